import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { compile, optimize } from "@tailwindcss/node";
import { Scanner } from "@tailwindcss/oxide";

/**
 * Compiles a stylesheet with the utilities that its sources use.
 *
 * @param {string} path
 * @param {boolean} minify
 * @returns {Promise<string>}
 */
export async function buildStylesheet(path, minify) {
  const compiler = await compile(await readFile(path, "utf8"), { base: dirname(path), from: path, onDependency: () => {} });
  const candidates = new Scanner({ sources: compiler.sources }).scan();
  return optimize(compiler.build(candidates), { file: path, minify }).code;
}
