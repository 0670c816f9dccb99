import type { PageView } from "#lib/view/tracking-view.ts";

/**
 * Asks a page's address for its news, remembering the ETag between calls, so that "nothing new" costs no body.
 * Resolves to the view, or to the last one on 304; rejects on anything that is not a view.
 */
export function createViewFetcher(path: string, fetchPage: typeof fetch) {
  let etag: string | null = null;
  let last: PageView | null = null;
  return async (signal?: AbortSignal): Promise<PageView> => {
    const headers: Record<string, string> = { accept: "application/json" };
    if (etag !== null) headers["if-none-match"] = etag;
    const response = await fetchPage(path, { headers, credentials: "same-origin", ...(signal === undefined ? {} : { signal }) });
    if (response.status === 304 && last !== null) return last;
    if (!response.ok) throw new Error(`the page's news answered ${response.status}`);
    last = readView(await response.json());
    etag = response.headers.get("etag");
    return last;
  };
}

/** Our own server wrote it: what is checked is that it is a view at all, and not a proxy's page or an older shape. */
function readView(body: unknown): PageView {
  const view = isRecord(body) ? body.view : undefined;
  if (!isRecord(view) || !isRecord(view.brand) || !isRecord(view.labels)) throw new Error("the page's news holds no view");
  if (view.kind === "tracking" && Array.isArray(view.journey) && Array.isArray(view.milestones)) return view as unknown as PageView;
  if (view.kind === "notice" && Array.isArray(view.paragraphs)) return view as unknown as PageView;
  throw new Error("the page's news is of an unknown kind");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
