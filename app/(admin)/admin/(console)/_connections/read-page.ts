import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import type { Page, PageRequest } from "#lib/shared/page.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Of several lists on a screen, `list` names one: `?before=`, or `?sent_before=`. */
const nameOf = (name: "before" | "after", list: string | undefined) => (list === undefined ? name : `${list}_${name}`);

/** Which page an address asks for: `?before=` an id for older rows, `?after=` one for newer. */
export function readPageRequest(asked: SearchParams, limit: number, list?: string): PageRequest {
  const [before, after] = [asked[nameOf("before", list)], asked[nameOf("after", list)]];
  return {
    limit,
    ...(typeof before === "string" && { beforeId: before }),
    ...(typeof before !== "string" && typeof after === "string" && { afterId: after }),
  };
}

interface Links {
  newerHref: string | null;
  olderHref: string | null;
}

/** The neighbours of a page, newest first; `filter` stays in their addresses. A list with a name is the part of the screen with that id. Null where there are none. */
export function pageLinks<Row extends { id: string }>(
  page: Page<Row>,
  request: PageRequest,
  at: { path: string; mode: Mode; filter?: Readonly<Record<string, string | null>>; list?: string },
): Links | null {
  if (page.kind !== "page") return null;
  const [first, last] = [page.rows[0], page.rows.at(-1)];
  const hash = at.list === undefined ? "" : `#${at.list}`;
  const hrefOf = (name: "before" | "after", id: string) =>
    `${hrefInMode(at.path, at.mode, { ...at.filter, [nameOf(name, at.list)]: id })}${hash}`;
  const hasNewer = request.afterId === undefined ? request.beforeId !== undefined : page.hasMore;
  const hasOlder = request.afterId === undefined ? page.hasMore : true;
  const newerHref = first && hasNewer ? hrefOf("after", first.id) : null;
  const olderHref = last && hasOlder ? hrefOf("before", last.id) : null;
  return (newerHref ?? olderHref) === null ? null : { newerHref, olderHref };
}
