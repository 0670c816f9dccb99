import { describe, expect, it } from "vitest";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { providers } from "#lib/providers/registry.ts";
import { createStage } from "#lib/providers/test-numbers/stage.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { SUBSTATUSES } from "#lib/tracking/substatus.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { LANGUAGES } from "#lib/view/languages.ts";
import { buildSamplePage, SAMPLES, type SampleKey } from "./sample-pages.ts";
import { SAMPLE_PARCELS } from "./sample-parcels.ts";

const NOW = "2026-03-12T04:40:00Z" as Instant;
const LATER = "2026-03-12T23:59:00Z" as Instant;

const pageOf = (key: SampleKey, tier: "public" | "private" = "public") => buildSamplePage(key, { now: NOW, tier });

function viewOf(key: SampleKey, tier: "public" | "private" = "public", lang = "en") {
  const viewer = { tier, lang, locale: lang, theme: null, langIsChosen: false, pathPrefix: "", key: null };
  return buildTrackingView({ ...pageOf(key, tier), merchant: { slug: "fern", brand: DEFAULT_BRAND }, viewer });
}

describe("samples to look at a brand with", () => {
  it("show every status, each in the one it names", () => {
    expect(STATUSES.filter((status) => !SAMPLES.some((sample) => sample.status === status))).toEqual([]);
    const wrong = SAMPLES.filter(({ key, status }) => pageOf(key).tracker.status !== status);
    expect(wrong).toEqual([]);
  });

  it("are told in words that the providers' maps all know", () => {
    const troubles = SAMPLE_PARCELS.flatMap(({ key, told }) =>
      told.payloads(createStage(NOW)).flatMap((payload) => {
        const reading = providers[told.provider].read(payload, { mode: told.mode });
        return reading.kind === "snapshots" && reading.snapshots.every(({ notes }) => notes.length === 0) ? [] : [key];
      }),
    );
    expect(troubles).toEqual([]);
  });

  it.each<[SampleKey, string]>([
    ["in_transit", "Arriving tomorrow"],
    ["out_for_delivery", "Arriving today by 21:00"],
    ["returned", "Back at the shop"],
    ["unknown", "Not in the carrier’s system yet"],
    ["failed_attempt", "Delivery was attempted"],
  ])("say what is expected of them: %s", (key, text) => {
    expect(buildTrackingView({ ...pageOf(key), merchant: { slug: "fern", brand: DEFAULT_BRAND }, viewer: BRITISH }).headline).toBe(text);
  });

  it("show what makes a page look different", () => {
    expect(viewOf("moved").promiseChange).toMatch(/2 days/);
    expect(viewOf("shopper_must_act").action?.button).not.toBeNull();
    expect(SUBSTATUSES[pageOf("shop_must_act").tracker.substatus].action?.actor).toBe("merchant");
    expect(
      viewOf("no_zone")
        .journey.flatMap(({ scans }) => scans)
        .every(({ utc }) => utc === null),
    ).toBe(true);
    expect(viewOf("abroad").map).not.toBeNull();
  });

  it("keep order, items and signer to the private page", () => {
    expect(pageOf("delivered", "public").order).toBeNull();
    expect(viewOf("delivered", "private").order?.items).toHaveLength(2);
    expect(JSON.stringify(viewOf("delivered", "private"))).toMatch(/Demoperson/);
    expect(JSON.stringify(viewOf("delivered", "public"))).not.toMatch(/Demoperson|Sample|SAMPLE/i);
  });

  it("are the same all day, and told anew the next", () => {
    const at = (now: Instant) => buildSamplePage("in_transit", { now, tier: "private" });
    expect(at(LATER)).toEqual(at(NOW));
    expect(at("2026-03-13T00:00:00Z" as Instant).tracker.estimatedDelivery?.on).toBe("2026-03-14");
  });

  it("never tell of the future", () => {
    const future = SAMPLES.filter(({ key }) => {
      const { tracker, now } = pageOf(key);
      return tracker.scans.some(({ time }) => "utc" in time && time.utc !== null && time.utc > now);
    });
    expect(future).toEqual([]);
  });

  it("can be drawn in every language", () => {
    for (const { tag } of LANGUAGES) for (const { key } of SAMPLES) expect(viewOf(key, "private", tag).headline).not.toBe("");
  });
});

const BRITISH = { tier: "public", lang: "en", locale: "en-GB", theme: null, langIsChosen: false, pathPrefix: "", key: null } as const;
