/**
 * `npm run bench`: the tracking page beside the least a server can do, in one run on one machine.
 * Servers are asked in short interleaved blocks, so that a noisy machine is noisy for all of them;
 * what counts are the ratios of processor time per request.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { startServer } from "./child.mjs";
import { measureImages } from "./images.mjs";
import { load, median, percentile } from "./load.mjs";
import { measureLookups } from "./lookups.ts";
import { writeResults } from "./results.mjs";
import { measureWebhooks } from "./webhooks.ts";

const root = join(import.meta.dirname, "..");
const work = join(import.meta.dirname, ".work");
const PARCELS = Number(process.env.BENCH_PARCELS ?? 100_000);
const BLOCKS = Number(process.env.BENCH_BLOCKS ?? 7);
const BLOCK_REQUESTS = Number(process.env.BENCH_REQUESTS ?? 1_000);
const WARM_UP = Number(process.env.BENCH_WARM_UP ?? 3_000);
const HOT = "/usps/9405511899223197428490";

mkdirSync(work, { recursive: true });
const env = {
  DATA_DIR: join(work, "data"),
  RATE_LIMIT_PER_MINUTE: "0",
  LOG_LEVEL: "error",
  DEMO: "on",
  HOST: "127.0.0.1",
  NEXT_TELEMETRY_DISABLED: "1",
};
const node = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) throw new Error(`${args.join(" ")} failed; its own words stand above.`);
};

step("building");
node("lib/cli/waymark.mjs", "build");
node("node_modules/next/dist/bin/next", "build", "bench/rsc");
await build({
  entryPoints: [join(import.meta.dirname, "servers/react.ts")],
  outfile: join(work, "react.mjs"),
  bundle: true,
  platform: "node",
  format: "esm",
  jsx: "automatic",
  packages: "external",
  define: { "process.env.NODE_ENV": '"production"' },
});
step(`seeding ${PARCELS} parcels`);
node("bench/seed.ts", String(PARCELS));

step("starting the servers");
const servers = [];
servers.push(await startServer({ name: "Waymark", script: "app/_server/serve.ts", env, port: 3301, readyPath: "/api/health" }));
const html = await fetch(`http://127.0.0.1:3301${HOT}`, { headers: { "accept-encoding": "identity" } }).then((response) => response.text());
writeFileSync(join(work, "page.html"), html);
servers.push(
  await startServer({
    name: "bare node:http, the same HTML from memory",
    script: "bench/servers/memory.mjs",
    env: { BENCH_HTML: join(work, "page.html") },
    port: 3302,
  }),
  await startServer({
    name: "bare node:http + template text",
    script: "bench/servers/template.mjs",
    env: { BENCH_HTML: join(work, "page.html") },
    port: 3305,
  }),
  await startServer({
    name: "bare node:http + react-dom/server, same look-up and components",
    script: join(work, "react.mjs"),
    env,
    port: 3303,
    readyPath: HOT,
  }),
  await startServer({ name: "Next page of server components", script: "bench/servers/rsc.mjs", env, port: 3304, readyPath: HOT }),
);

let cursor = 0;
const cold = (count) => Array.from({ length: count }, () => `/usps/92${String(cursor++ % PARCELS).padStart(20, "0")}`);
const hot = (count) => Array.from({ length: count }, () => HOT);
const etag = (await fetch(`http://127.0.0.1:3301${HOT}`)).headers.get("etag");
const br = { "accept-encoding": "br" };

const cases = [
  ...servers.map((server) => ({ title: server.name, kind: "cold", server, paths: cold, headers: br })),
  ...servers.map((server) => ({ title: server.name, kind: "hot", server, paths: hot, headers: br })),
  { title: "Waymark, 304", kind: "not modified", server: servers[0], paths: hot, headers: { ...br, "if-none-match": etag } },
];

step("warming up");
for (const { server, paths, headers } of cases) await load({ port: server.port, paths: paths(WARM_UP), headers });

const samples = new Map(cases.map((entry) => [entry, { cpu: [], perSecond: [], latencies: [] }]));
for (let block = 1; block <= BLOCKS; block++) {
  step(`measuring, block ${block} of ${BLOCKS}`);
  for (const entry of cases) {
    const before = await entry.server.usage();
    const result = await load({ port: entry.server.port, paths: entry.paths(BLOCK_REQUESTS), headers: entry.headers });
    const after = await entry.server.usage();
    const wanted = entry.kind === "not modified" ? 304 : 200;
    if (result.statuses[wanted] !== BLOCK_REQUESTS) throw new Error(`${entry.title}, ${entry.kind}: ${JSON.stringify(result.statuses)}`);
    const sample = samples.get(entry);
    sample.cpu.push((after.cpuMicros - before.cpuMicros) / BLOCK_REQUESTS / 1000);
    sample.perSecond.push((BLOCK_REQUESTS / result.elapsedMs) * 1000);
    sample.latencies.push(...result.latencies);
  }
}

step("drawing images beside pages");
const images = await measureImages({ port: servers[0].port, page: HOT, pages: cold, headers: br });

step("watching memory");
const memory = [];
for (let round = 0; round < 5; round++) {
  await load({ port: 3301, paths: cold(PARCELS / 5), headers: br });
  memory.push((await servers[0].usage()).memory);
}

step("weighing the first visit");
const weights = await weigh();
for (const server of servers) await server.stop();
step("looking up among 10,000 and 1,000,000 parcels");
const lookups = await measureLookups({
  work,
  seed: (dataDir, size) => {
    env.DATA_DIR = dataDir;
    node("bench/seed.ts", String(size), "small");
  },
});

step("taking in webhooks");
const webhooks = await measureWebhooks();

const rows = [...samples].map(([{ title, kind }, sample]) => ({
  title,
  kind,
  cpuMs: median(sample.cpu),
  perSecond: median(sample.perSecond),
  p50: percentile(sample.latencies, 0.5),
  p99: percentile(sample.latencies, 0.99),
}));
writeResults({
  file: join(import.meta.dirname, "RESULTS.md"),
  rows,
  weights,
  memory,
  images,
  lookups,
  webhooks,
  parcels: PARCELS,
  machine: `${cpus().length} × ${cpus()[0].model}, Node ${process.version}`,
});
process.exit(0);

/** Bytes of everything a first visit loads before idle, from this server and from the page of server components. */
async function weigh() {
  const size = (bytes) => ({
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  });
  const manifest = JSON.parse(readFileSync(join(root, "public/assets/manifest.json"), "utf8"));
  const sent = await fetch(`http://127.0.0.1:3301${HOT}`, { headers: br });
  const font = /\/fonts\/[\w.-]+\.woff2/.exec(html)?.[0];
  const fontBytes = font ? readFileSync(join(root, "public", font)).length : 0;
  const rsc = await fetch(`http://127.0.0.1:3304${HOT}`, { headers: { "accept-encoding": "identity" } }).then((response) =>
    response.text(),
  );
  const scripts = [...new Set([...rsc.matchAll(/src="(\/_next\/static\/[^"]+\.js)"/g)].map((match) => match[1]))];
  const scriptBytes = await Promise.all(
    scripts.map((path) =>
      fetch(`http://127.0.0.1:3304${path}`, { headers: { "accept-encoding": "identity" } }).then(
        async (response) => size(Buffer.from(await response.arrayBuffer())).gzip,
      ),
    ),
  );
  return {
    html: { ...size(Buffer.from(html)), sent: Number(sent.headers.get("content-length")) },
    css: manifest.sizes.css,
    enhance: manifest.sizes.enhance,
    freshness: manifest.sizes.freshness,
    font: fontBytes,
    requests: 3 + (font ? 1 : 0),
    rsc: { html: size(Buffer.from(rsc)), scripts: scripts.length, scriptGzip: scriptBytes.reduce((sum, bytes) => sum + bytes, 0) },
  };
}

function step(text) {
  console.log(`· ${text}`);
}
