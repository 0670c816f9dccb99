import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { buildStylesheet } from "./build-stylesheet.mjs";

const HERE = import.meta.dirname;
const PROJECT = join(HERE, "../../..");

/** Preact speaks React's language at a sixth of the size; the server goes on drawing with React. */
const REACT_IN_BROWSER = {
  react: "preact/compat",
  "react-dom": "preact/compat",
  "react/jsx-runtime": "preact/compat/jsx-runtime",
};

/**
 * Builds the document's stylesheet and its scripts into `outDir` under names that carry their hash,
 * and writes `manifest.json` beside them. Older files stay, for pages that are still open.
 *
 * @typedef {import("./document-assets.ts").DocumentAssets} DocumentAssets
 * @typedef {{ raw: number, gzip: number, brotli: number }} Sizes
 * @param {{ outDir?: string, publicPath?: string, minify?: boolean }} [options]
 * @returns {Promise<{ assets: DocumentAssets, sizes: Record<keyof DocumentAssets, Sizes> }>}
 */
export async function buildDocumentAssets({ outDir = "public/assets", publicPath = "/assets", minify = true } = {}) {
  const folder = resolve(outDir);
  const files = {
    css: { name: "document", extension: "css", content: await buildStylesheet(join(HERE, "document.css"), minify) },
    enhance: { name: "enhance", extension: "js", content: await buildScript("enhance.ts", minify) },
    freshness: { name: "freshness", extension: "js", content: await buildScript("freshness.island.tsx", minify) },
    embed: { name: "embed", extension: "js", content: await buildScript("../../embed/report-height.ts", minify) },
  };

  await mkdir(folder, { recursive: true });
  const assets = {};
  const sizes = {};
  for (const [key, { name, extension, content }] of Object.entries(files)) {
    const hash = createHash("sha256").update(content).digest("base64url").slice(0, 10);
    const file = `${name}.${hash}.${extension}`;
    await writeFile(join(folder, file), content);
    assets[key] = `${publicPath}/${file}`;
    sizes[key] = measure(content);
  }
  const manifest = { assets, sizes };
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function buildScript(entry, minify) {
  const result = await build({
    absWorkingDir: PROJECT,
    entryPoints: [join(HERE, entry)],
    alias: REACT_IN_BROWSER,
    bundle: true,
    define: { "process.env.NODE_ENV": JSON.stringify(minify ? "production" : "development") },
    format: "esm",
    jsx: "automatic",
    legalComments: "none",
    logLevel: "silent",
    minify,
    target: ["es2022", "safari16.4"],
    write: false,
  });
  return result.outputFiles[0].text;
}

function measure(content) {
  const bytes = Buffer.from(content);
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}

if (import.meta.main) await buildDocumentAssets({ outDir: join(PROJECT, "public/assets") });
