import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["app", "components", "lib", "public", "instrumentation.ts", "next.config.ts", "package-lock.json", "tsconfig.json"];
/** Made by the build itself, or never part of it. */
const LEFT_OUT = /^public\/(?:assets\/|embed\.js$)|^public\/.*\.(?:br|gz)$|\.test\.tsx?$|^lib\/testing\//;

/** Builds the document's assets and Next's output, unless both already stand for exactly these sources. */
export async function buildIfNeeded(
  root: string,
  options: { force?: boolean; assetsOnly?: boolean } = {},
): Promise<"built" | "up to date"> {
  if (options.assetsOnly) {
    await buildAssets(root);
    return "built";
  }
  const stamp = join(root, ".next", "waymark-sources");
  const fingerprint = fingerprintOf(root);
  const isCurrent =
    existsSync(stamp) &&
    existsSync(join(root, "public/assets/manifest.json")) &&
    existsSync(join(root, "public/assets/console.json")) &&
    existsSync(join(root, "public/embed.js")) &&
    readFileSync(stamp, "utf8") === fingerprint;
  if (isCurrent && !options.force) return "up to date";
  await buildAssets(root);
  await run(root, "node_modules/next/dist/bin/next", "build");
  writeFileSync(stamp, fingerprint);
  return "built";
}

async function buildAssets(root: string): Promise<void> {
  await run(root, "components/tracking/document/build-assets.mjs");
  await run(root, "components/embed/build-embed-script.mjs");
  await run(root, "components/admin/build-console-assets.mjs");
  await run(root, "app/_server/compress-static-files.mjs");
}

function fingerprintOf(root: string): string {
  const hash = createHash("sha256").update(process.version);
  for (const path of SOURCES.flatMap((source) => filesBelow(root, source)).sort()) {
    if (!LEFT_OUT.test(path)) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

function filesBelow(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  const entries = readdirSync(full, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

/** Runs one of our scripts on this very Node, its words passed through; rejects when it fails. */
function run(root: string, script: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${script} ${args.join(" ")} ended with exit code ${code}; its own words stand above.`)),
    );
  });
}
