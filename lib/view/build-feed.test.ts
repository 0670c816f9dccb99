import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WallClock } from "#lib/tracking/event-time.ts";
import { buildFeed } from "./build-feed.ts";
import type { FeedView } from "./feed-view.ts";
import { readXml, type XmlElement } from "./read-xml.testing.ts";
import { OUT_FOR_DELIVERY, onDay, PICKED_UP, SARCOXIE, sampleInput, sampleScan } from "./sample-input.ts";
import { writeFeed } from "./write-feed.ts";

const origin = "https://parcels.fern.example";
const feed = (input?: Parameters<typeof sampleInput>[0]) => buildFeed(sampleInput(input), { origin });
const TAG = "tag:parcels.fern.example,2026:usps/9405511899223197428490/1";

describe("a parcel's feed", () => {
  it("has an entry for each scan, newest first, with what the page says of it", () => {
    expect(feed().entries).toEqual([
      {
        id: `${TAG}/2026-09-21T13:10:00Z/out_for_delivery`,
        title: "Out for Delivery",
        text: "Monday 21 September · 08:10 CDT · Sarcoxie, MO",
        at: "2026-09-21T13:10:00Z",
      },
      {
        id: `${TAG}/2026-09-17T02:41:00Z/picked_up`,
        title: "USPS picked up item",
        text: "Wednesday 16 September · 19:41 PDT · Las Vegas, NV",
        at: "2026-09-17T02:41:00Z",
      },
    ]);
  });

  it("says of an incomplete time what is missing, and stands where it happened", () => {
    const clock = {
      kind: "local",
      local: "2026-09-20T10:00:00" as WallClock,
      utc: null,
      zone: null,
      zoneSource: "unknown",
      settled: null,
    } as const;
    const scans = [
      sampleScan({ status: "in_transit", time: { kind: "none" } }),
      sampleScan({ status: "in_transit", time: clock, place: SARCOXIE }),
      sampleScan({ status: "in_transit", time: onDay("2026-09-19") }),
      PICKED_UP,
    ];
    const { entries } = feed({ tracker: { status: "in_transit", scans } });
    expect(entries.map(({ at }) => at)).toEqual([
      "2026-09-20T10:00:00Z",
      "2026-09-20T10:00:00Z",
      "2026-09-19T00:00:00Z",
      "2026-09-17T02:41:00Z",
    ]);
    expect(entries.map(({ text }) => text)).toMatchObject([
      expect.stringContaining("no time given"),
      expect.stringMatching(/10:00 · .*time zone unknown · Sarcoxie/i),
      expect.stringContaining("19 September"),
      expect.anything(),
    ]);
  });

  it("keeps the names of its entries when there are more, before and behind and of the same moment", () => {
    const before = feed({ tracker: { scans: [PICKED_UP, PICKED_UP] } }).entries.map(({ id }) => id);
    expect(before).toEqual([`${TAG}/2026-09-17T02:41:00Z/picked_up/2`, `${TAG}/2026-09-17T02:41:00Z/picked_up`]);
    const earlier = sampleScan({ status: "pre_transit", time: onDay("2026-09-15") });
    const after = feed({ tracker: { scans: [OUT_FOR_DELIVERY, PICKED_UP, PICKED_UP, earlier] } }).entries.map(({ id }) => id);
    expect(after.slice(1, 3)).toEqual(before);
  });

  it("is another one for each merchant below one platform", () => {
    expect(feed({ viewer: { pathPrefix: "/tracking/fern" } }).id).not.toBe(feed({ viewer: { pathPrefix: "/tracking/night" } }).id);
  });

  it("shows the public nothing that only the key opens, and never says the key", () => {
    const signed = sampleScan({ ...OUT_FOR_DELIVERY, signer: "A. TESTER", message: "Signed for by A. TESTER" });
    const tracker = { scans: [signed, PICKED_UP], signedBy: "A. TESTER" };
    const write = (tier: "public" | "private") => writeFeed(feed({ tracker, viewer: { tier, key: "secret" } }));
    expect(write("public")).not.toMatch(/TESTER|64862|secret/i);
    expect(write("private")).toContain("64862");
    expect(write("private")).not.toContain("secret");
  });
});

describe("a feed as it is sent", () => {
  const child = ({ children }: XmlElement, name: string) => children.find((each) => each.name === name);
  const sent = (view: FeedView) => readXml(writeFeed(view));

  it("is Atom: who, what, when, in which language, and where it can be read", () => {
    const root = sent(feed({ viewer: { lang: "de", locale: "de-DE" } }));
    expect([root.name, root.attributes]).toEqual(["feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "de" }]);
    expect(["id", "title", "updated"].map((name) => child(root, name)?.text)).toEqual([
      TAG,
      "Paket 9405511899223197428490 von Fern & Fable",
      "2026-09-21T13:22:00.000Z",
    ]);
    const links = root.children.filter(({ name }) => name === "link").map(({ attributes }) => [attributes.rel, attributes.href]);
    expect(links).toEqual([
      ["alternate", `${origin}/usps/9405511899223197428490`],
      ["self", `${origin}/usps/9405511899223197428490.atom`],
    ]);
    expect(root.children.filter(({ name }) => name === "entry")).toHaveLength(2);
  });

  it("is valid without an entry", () => {
    const root = sent(feed({ tracker: { scans: [] } }));
    expect(root.children.map(({ name }) => name)).not.toContain("entry");
  });

  it("carries any text: as text where the feed has text, as escaped HTML where entries have HTML", () => {
    const view = feed();
    const [entry] = view.entries;
    const anything = fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom("]]>", "&amp;", "<b>&lt;", "a\r\nb", "&#0;"));
    fc.assert(
      fc.property(anything, (text) => {
        const legible = text
          .toWellFormed()
          .replace(/\r\n?/g, "\n")
          .replace(/(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, "");
        const root = sent({ ...view, title: text, shop: text, entries: entry ? [{ ...entry, title: text, text }] : [] });
        const html = legible.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        expect(child(root, "title")?.text.trim()).toBe(legible.trim());
        expect(child(child(root, "entry") ?? root, "title")?.text.trim()).toBe(html.trim());
      }),
      { numRuns: 40 },
    );
  });
});
