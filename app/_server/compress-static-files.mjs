import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const COMPRESSIBLE = /\.(?:css|js|svg)$/;

/** Lays a `.br` and a `.gz` beside every text below `folder`, as small as they get: done once at build time, sent ever after. */
export async function compressStaticFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
      await writeFile(`${file}.br`, brotliCompressSync(bytes, { params }));
      await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    }),
  );
  return files.length;
}

if (import.meta.main) await compressStaticFiles(join(import.meta.dirname, "../../public"));
