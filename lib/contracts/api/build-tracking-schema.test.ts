import { describe, expect, it } from "vitest";
import { z } from "zod";
import { buildSamplePage, SAMPLES } from "#lib/demo/sample-pages.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { buildTrackingJson } from "#lib/view/build-tracking-json.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { sampleInput } from "#lib/view/sample-input.ts";
import { trackingNewsSchema } from "../tracking-json.ts";
import { buildTrackingSchema, trackingSchemaUrl } from "./build-tracking-schema.ts";

const origin = "https://track.example.com";
const published = buildTrackingSchema({ origin });
const { merchant, viewer } = sampleInput();

describe("the schema of a parcel's JSON", () => {
  it("is at the address every answer names", () => {
    expect([published.$id, published.$schema]).toEqual([trackingSchemaUrl(origin), "https://json-schema.org/draft/2020-12/schema"]);
    expect(published.$id).toBe("https://track.example.com/api/v1/tracking.schema.json");
  });

  it("explains every field, and lets more of them come", () => {
    const silent = Object.entries(published.properties ?? {}).filter(
      ([, field]) => typeof field === "object" && !field.description && !field.$ref,
    );
    expect(silent.map(([name]) => name)).toEqual(["version", "tracking_number", "status", "updated_at"]);
    expect(JSON.stringify(published)).not.toContain('"additionalProperties":false');
  });

  it.each(SAMPLES.flatMap(({ key }) => [[key, "public"] as const, [key, "private"] as const]))(
    "fits the %s page, seen by the %s",
    (key, tier) => {
      const sample = buildSamplePage(key, { now: "2026-09-21T13:22:00Z" as Instant, tier });
      const input = { ...sample, merchant, viewer: { ...viewer, tier, key: tier === "private" ? "sample" : null } };
      const news = { $schema: trackingSchemaUrl(origin), ...buildTrackingJson(input), view: buildTrackingView(input) };
      const sent = JSON.parse(JSON.stringify(news));
      expect(trackingNewsSchema.parse(sent)).toEqual(sent);
      expect(z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0]).safeParse(sent).error).toBeUndefined();
    },
  );

  it("fits nothing that lacks a field or has a word we do not use", () => {
    const json = { $schema: trackingSchemaUrl(origin), ...buildTrackingJson(sampleInput()), view: { kind: "tracking" } };
    const reader = z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0]);
    expect(reader.safeParse(json).success).toBe(true);
    expect(reader.safeParse({ ...json, status: "on_the_moon" }).success).toBe(false);
    expect(reader.safeParse({ ...json, events: undefined }).success).toBe(false);
  });
});
