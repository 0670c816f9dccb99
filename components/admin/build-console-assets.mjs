import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { buildStylesheet } from "../tracking/document/build-stylesheet.mjs";

const HERE = import.meta.dirname;
const FOLDER = join(HERE, "../../public/assets");

/** Builds what the console needs before Next's own scripts, under names that carry a hash, and says in `console.json` which they are. */
export async function buildConsoleAssets() {
  await mkdir(FOLDER, { recursive: true });
  const assets = {
    css: await writeHashed("css", await buildStylesheet(join(HERE, "console.css"), true)),
    earlyActs: await writeHashed("js", await buildEarlyActs()),
  };
  await writeFile(join(FOLDER, "console.json"), `${JSON.stringify(assets)}\n`);
}

/** @param {string} extension @param {string} content */
async function writeHashed(extension, content) {
  const hash = createHash("sha256").update(content).digest("base64url").slice(0, 10);
  const file = `console.${hash}.${extension}`;
  await writeFile(join(FOLDER, file), content);
  return `/assets/${file}`;
}

async function buildEarlyActs() {
  const result = await build({
    entryPoints: [join(HERE, "shell/early-acts.ts")],
    bundle: true,
    format: "iife",
    logLevel: "silent",
    minify: true,
    target: ["es2022", "safari16.4"],
    write: false,
  });
  return result.outputFiles[0].text;
}

if (import.meta.main) await buildConsoleAssets();
