import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildStylesheet } from "../tracking/document/build-stylesheet.mjs";

const HERE = import.meta.dirname;
const FOLDER = join(HERE, "../../public/assets");

/** Builds the console's stylesheet under a name that carries its hash, and says in `console.json` which one it is. */
export async function buildConsoleCss() {
  const content = await buildStylesheet(join(HERE, "console.css"), true);
  const hash = createHash("sha256").update(content).digest("base64url").slice(0, 10);
  const file = `console.${hash}.css`;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, file), content);
  await writeFile(join(FOLDER, "console.json"), `${JSON.stringify({ css: `/assets/${file}` })}\n`);
}

if (import.meta.main) await buildConsoleCss();
