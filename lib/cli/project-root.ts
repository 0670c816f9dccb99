import { fileURLToPath } from "node:url";

/** Commands work from wherever they are called. */
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
