import { describe, expect, it } from "vitest";
import { delivered, notYetKnown, outForDelivery } from "../sample-views.ts";
import { createViewFetcher } from "./fetch-view.ts";

const json = (body: unknown, etag?: string) => new Response(JSON.stringify(body), { headers: etag === undefined ? {} : { etag } });

/** Answers in turn, and remembers what was asked. */
function server(...answers: Response[]) {
  const asked: { url: string; ifNoneMatch: string | null }[] = [];
  const fetchPage: typeof fetch = async (url, init) => {
    asked.push({ url: String(url), ifNoneMatch: new Headers(init?.headers).get("if-none-match") });
    return answers[asked.length - 1] ?? Response.error();
  };
  return { asked, fetchPage };
}

describe("asking for the page's news", () => {
  it("gives the view, and asks the next time only for what is newer", async () => {
    const { asked, fetchPage } = server(
      json({ view: outForDelivery }, '"1"'),
      new Response(null, { status: 304 }),
      json({ view: delivered }, '"2"'),
    );
    const fetchView = createViewFetcher("/p.json", fetchPage);
    expect(await fetchView()).toEqual(outForDelivery);
    expect(await fetchView()).toEqual(outForDelivery);
    expect(await fetchView()).toEqual(delivered);
    expect(asked.map(({ ifNoneMatch }) => ifNoneMatch)).toEqual([null, '"1"', '"1"']);
  });

  it("understands notices too", async () => {
    const { fetchPage } = server(json({ view: notYetKnown }));
    expect(await createViewFetcher("/p.json", fetchPage)()).toEqual(notYetKnown);
  });

  it.each([
    ["an error", () => new Response("down", { status: 503 })],
    ["a proxy's page", () => new Response("<html>", { status: 200 })],
    ["JSON without a view", () => json({ status: "delivered" })],
    ["a view of a shape it does not know", () => json({ view: { kind: "tracking", brand: {}, labels: {} } })],
  ])("fails on %s, so that the page keeps what it shows", async (_, answer) => {
    const { fetchPage } = server(answer());
    await expect(createViewFetcher("/p.json", fetchPage)()).rejects.toThrow();
  });
});
