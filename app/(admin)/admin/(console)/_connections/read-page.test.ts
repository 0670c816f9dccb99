import { expect, it } from "vitest";
import { pageLinks, readPageRequest } from "./read-page.ts";

const at = { path: "/admin/audit", mode: "production", filter: { action: "key.create", person: null } } as const;
const page = (hasMore: boolean, ...ids: string[]) => ({ kind: "page" as const, rows: ids.map((id) => ({ id })), hasMore });

it("the newest page leads to older ones, where there are any", () => {
  expect(pageLinks(page(true, "c", "b"), { limit: 2 }, at)).toEqual({
    newerHref: null,
    olderHref: "/admin/audit?action=key.create&before=b",
  });
  expect(pageLinks(page(false, "c", "b"), { limit: 2 }, at)).toBeNull();
});

it("an older page leads back", () => {
  const request = readPageRequest({ before: "b" }, 2);
  expect(request).toEqual({ limit: 2, beforeId: "b" });
  expect(pageLinks(page(false, "a"), request, at)).toEqual({ newerHref: "/admin/audit?action=key.create&after=a", olderHref: null });
});

it("a page on the way back leads both ways, until the newest", () => {
  const request = readPageRequest({ after: "a" }, 2);
  expect(pageLinks(page(true, "c", "b"), request, at)).toEqual({
    newerHref: "/admin/audit?action=key.create&after=c",
    olderHref: "/admin/audit?action=key.create&before=b",
  });
  expect(pageLinks(page(false, "c", "b"), request, at)).toMatchObject({ newerHref: null });
});

it("tests keep their mode, and an address nobody knows leads nowhere", () => {
  expect(pageLinks(page(true, "a"), { limit: 1 }, { ...at, mode: "test" })?.olderHref).toBe(
    "/admin/audit?mode=test&action=key.create&before=a",
  );
  expect(pageLinks({ kind: "cursor_unknown" }, { limit: 1 }, at)).toBeNull();
});
