/** What there is of the console, as Next's own build says: no page, route or action can be forgotten here. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const BUILD = join(import.meta.dirname, "../../.next");
const readJson = (path: string) => JSON.parse(readFileSync(join(BUILD, path), "utf8"));

export interface BuiltAction {
  /** `brand.publishBrand`: file and export. */
  name: string;
  id: string;
  /** A page it can be called from. */
  page: string;
}

interface ActionEntry {
  filename: string;
  exportedName: string;
  workers: Record<string, unknown>;
}

export function listActions(): BuiltAction[] {
  const { node } = readJson("server/server-reference-manifest.json") as { node: Record<string, ActionEntry> };
  return Object.entries(node)
    .map(([id, { filename, exportedName, workers }]) => ({
      id,
      name: `${/([^/]+)\.tsx?$/.exec(filename)?.[1]}.${exportedName}`,
      page: addressOf(Object.keys(workers)[0] ?? ""),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Addresses below /admin, with their parameters in brackets: those with a screen, and those that answer anything else. */
export function listDoors(): { pages: string[]; routes: string[] } {
  const built = readJson("app-path-routes-manifest.json") as Record<string, string>;
  const ending = (end: string) =>
    Object.entries(built)
      .filter(([source, address]) => source.endsWith(end) && /^\/admin(?:\/|$)/.test(address) && !address.includes("/icon"))
      .map(([, address]) => address)
      .toSorted();
  return { pages: ending("/page"), routes: ending("/route") };
}

/** `app/(admin)/admin/(console)/brand/page` → `/admin/brand`. */
function addressOf(worker: string): string {
  const path = worker.replace(/^app/, "").replace(/\/page$/, "");
  return path.replace(/\/\([^)]+\)/g, "").replace(/\[+(?:\.\.\.)?[^\]]+\]+/g, "x") || "/";
}
