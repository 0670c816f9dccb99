import { existsSync, readFileSync, writeFileSync } from "node:fs";

const fixed = (value, digits = 1) => value.toFixed(digits);
const kb = (bytes) => `${fixed(bytes / 1024)} KB`;
const MARK = "<!-- written by hand below -->";

/** Writes the measured part of RESULTS.md, and leaves what people wrote under the mark alone. */
export function writeResults({ file, rows, weights, memory, images, lookups, webhooks, parcels, machine }) {
  const base = rows.find(({ title, kind }) => title.endsWith("template text") && kind === "cold").cpuMs;
  const of = (title, kind) => rows.find((row) => row.title.startsWith(title) && row.kind === kind);
  const page = of("Waymark", "cold");
  const notModified = of("Waymark", "not modified");
  const [small, large] = lookups;
  const first = weights.html.sent + weights.css.brotli + weights.enhance.brotli + weights.font;
  const budgets = [
    ["page, cold, against bare node's template text", "≤ 15 ×", `${fixed(page.cpuMs / base)} ×`],
    ["first visit before idle, compressed", "≤ 30 KB", kb(first)],
    ["304 against a full answer", "≤ 0.33 ×", `${fixed(notModified.cpuMs / page.cpuMs, 2)} ×`],
    ["look-up against the whole request", "≤ 0.1 ×", `${fixed(large.micros / 1000 / page.cpuMs, 2)} ×`],
    ["look-up among 1,000,000 against 10,000", "≤ 1.2 ×", `${fixed(large.micros / small.micros, 2)} ×`],
    ["e-mail image drawn beside page load, p99", "< 100 ms", `${fixed(images.times.cold.image.p99)} ms`],
    ["memory over the last 80,000 of 100,000 requests", "steady", `${fixed(memory.at(-1) / memory[0], 2)} ×`],
  ];
  const text = [
    "# What the tracking page costs",
    "",
    `Written by \`npm run bench\`: ${parcels.toLocaleString("en")} distinct parcels, ${machine}. Processor time is the median of interleaved blocks; on a shared machine the ratios mean more than the times.`,
    "",
    "| What answers | parcels | CPU ms / request | × | requests / s | p50 ms | p99 ms |",
    "|---|---|---|---|---|---|---|",
    ...rows.map(
      ({ title, kind, cpuMs, perSecond, p50, p99 }) =>
        `| ${title} | ${kind} | ${fixed(cpuMs, 3)} | ${fixed(cpuMs / base)} | ${Math.round(perSecond)} | ${fixed(p50)} | ${fixed(p99)} |`,
    ),
    "",
    "| Bytes | raw | gzip | brotli |",
    "|---|---|---|---|",
    ...["html", "css", "enhance", "freshness"].map(
      (key) =>
        `| ${key}${key === "freshness" ? " (after idle, moving parcels only)" : ""} | ${kb(weights[key].raw)} | ${kb(weights[key].gzip)} | ${kb(weights[key].brotli)}${key === "html" ? ` (as sent: ${kb(weights.html.sent)})` : ""} |`,
    ),
    `| heading font | ${kb(weights.font)} | | |`,
    "",
    `First load: ${weights.requests} requests (HTML, stylesheet, script${weights.font ? ", font" : ""}), ${kb(weights.enhance.gzip)} of script. The page of server components: HTML ${kb(weights.rsc.html.raw)} raw, ${kb(weights.rsc.html.gzip)} gzip, and ${weights.rsc.scripts} scripts of ${kb(weights.rsc.scriptGzip)} gzip.`,
    "",
    "| Budget | wanted | measured |",
    "|---|---|---|",
    ...budgets.map((cells) => `| ${cells.join(" | ")} |`),
    "",
    `Look-ups: ${lookups.map(({ size, micros }) => `${fixed(micros)} µs among ${size.toLocaleString("en")}`).join(", ")}. Memory of its own after each 20,000 requests: ${memory.map((bytes) => `${Math.round(bytes / 1024 / 1024)} MB`).join(", ")}.`,
    "",
    "| E-mail image beside page load | p50 ms | p99 ms | page meanwhile p50 ms | p99 ms |",
    "|---|---|---|---|---|",
    ...Object.entries(images.times).map(
      ([kind, { image, page: beside }]) =>
        `| ${kind} | ${[image.p50, image.p99, beside.p50, beside.p99].map((ms) => fixed(ms)).join(" | ")} |`,
    ),
    "",
    `Images of one parcel: ${images.sizes.map(({ query, bytes }) => `\`${query}\` ${kb(bytes)}`).join(", ")}.`,
    "",
    "| Webhooks | accepted / s | × | webhook to visible page p50 ms | p99 ms | × a look at that page |",
    "|---|---|---|---|---|---|",
    ...webhooks.map(({ title, acceptedPerSecond, visibleMs, pageMs }) => {
      const share = webhooks[0].acceptedPerSecond / acceptedPerSecond;
      const visible = visibleMs ? [fixed(visibleMs.p50), fixed(visibleMs.p99), fixed(visibleMs.p50 / pageMs)] : ["", "", ""];
      return `| ${[title, Math.round(acceptedPerSecond), fixed(share), ...visible].join(" | ")} |`;
    }),
    "",
    MARK,
  ].join("\n");
  const byHand = existsSync(file) ? (readFileSync(file, "utf8").split(MARK)[1] ?? "\n") : "\n";
  writeFileSync(file, `${text}${byHand}`);
  console.log(`\n${text}`);
}
