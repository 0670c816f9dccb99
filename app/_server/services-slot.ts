import type { Services } from "./services.ts";

/** Next loads routes in bundles of their own, apart from our server: only this is one and the same for all of them. */
export const slot = globalThis as typeof globalThis & { waymarkServices?: Promise<Services> };
