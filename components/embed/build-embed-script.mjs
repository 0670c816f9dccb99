import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { LANGUAGES } from "#lib/view/languages.ts";

/** @import { ElementWords } from "./elements/element-words.ts" */

const PROJECT = join(import.meta.dirname, "../..");

/**
 * Builds the elements' script into one file under a name that stays, for the pages of shops.
 *
 * @param {string} [outFile]
 * @returns {Promise<string>} what is in it
 */
export async function buildEmbedScript(outFile = "public/embed.js") {
  const result = await build({
    absWorkingDir: PROJECT,
    entryPoints: [join(import.meta.dirname, "elements/embed.ts")],
    bundle: true,
    define: { ELEMENT_WORDS: JSON.stringify(elementWords()) },
    format: "iife",
    legalComments: "none",
    logLevel: "silent",
    minify: true,
    target: ["es2022", "safari16.4"],
    write: false,
  });
  const script = result.outputFiles[0].text;
  await writeFile(resolve(outFile), script);
  return script;
}

/** @returns {Record<string, ElementWords>} */
function elementWords() {
  return Object.fromEntries(
    LANGUAGES.map(({ tag, dir, messages }) => [
      tag,
      { dir, track: messages["embed.track_number"], label: messages["lookup.label"], button: messages["lookup.button"] },
    ]),
  );
}

if (import.meta.main) await buildEmbedScript(join(PROJECT, "public/embed.js"));
