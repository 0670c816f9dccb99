import { describe, expect, it } from "vitest";
import { someEventFacts, someTrackerFacts } from "#lib/testing/tracker-facts.ts";
import { buildStandardEvent } from "./build-event.ts";
import { buildReference } from "./build-reference.ts";
import { describeFields } from "./describe-schema.ts";
import { OPERATIONS } from "./operations.ts";

const reference = buildReference({
  origin: "https://track.example.com",
  sampleEvent: buildStandardEvent(someEventFacts(someTrackerFacts())),
});
const operations = reference.groups.flatMap((group) => group.operations);
const find = (id: string) => operations.find((operation) => operation.id === id);

describe("the reference for people", () => {
  it("tells of every operation, in the order of the table", () => {
    expect(operations.map(({ id }) => id)).toEqual(OPERATIONS.map(({ id }) => id));
  });

  it("explains every object that it names", () => {
    const explained = new Set(reference.objects.map(({ name }) => name));
    const fields = [
      ...operations.flatMap(({ parameters, body }) => [...parameters, ...body]),
      ...reference.objects.flatMap(({ fields }) => fields),
    ];
    const named = fields.filter(({ isObject }) => isObject).map(({ type }) => type);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !explained.has(name))).toEqual([]);
    for (const { fields, words, name } of reference.objects) expect(fields.length + words.length, name).toBeGreaterThan(0);
  });

  it("does not tell the fields of an object twice", () => {
    const objectOf = (name: string) => reference.objects.find((object) => object.name === name);
    expect(objectOf("RegisteredTracker")).toMatchObject({ extends: "Tracker", fields: [{ name: "advice" }] });
    expect(objectOf("Tracker")).toMatchObject({ extends: null });
    expect(find("saveBrand")).toMatchObject({ body: [], bodyObject: "Brand" });
  });

  it("calls every type by a word that says something", () => {
    const fields = [
      ...operations.flatMap(({ parameters, body }) => [...parameters, ...body]),
      ...reference.objects.flatMap(({ fields }) => fields),
    ];
    expect(fields.filter(({ type }) => type === "any JSON" || type === "").map(({ name }) => name)).toEqual([]);
  });

  it("shows a call for each operation, as a shell takes it", () => {
    expect(find("registerTracker")?.curl).toBe(
      [
        "curl $WAYMARK/trackers \\",
        '  -H "Authorization: Bearer $KEY" \\',
        "  --json '{",
        '  "carrier": "usps",',
        '  "tracking_number": "EZ2000000002",',
        '  "metadata": "order 28002"',
        "}'",
      ].join("\n"),
    );
    expect(find("deleteTracker")?.curl).toMatch(/^curl -X DELETE \S+\/trackers\/trk_… \\\n/);
    expect(find("saveOrder")?.curl).toMatch(/^curl -X PUT \S+\/orders\/28002-A \\\n/);
    for (const { curl } of operations) expect(curl.split("'").length, curl).toBeLessThanOrEqual(3);
  });

  it("names what can go wrong beyond what can with every call", () => {
    expect(find("getTracker")?.problems).toEqual(["not_found"]);
    expect(find("saveBrand")?.problems).toEqual(["body_malformed", "body_too_large", "input_invalid", "mode_forbidden"]);
  });
});

describe("the fields of a schema", () => {
  const row = (name: string, changes: object) => ({
    ...{ name, prefix: "", type: "text", isObject: false, isRequired: false, isNullable: false, words: [], description: null },
    ...changes,
  });

  it("are told in words, those of nameless objects by their path", () => {
    expect(
      describeFields({
        required: ["at", "limit"],
        properties: {
          at: { type: ["string", "null"], format: "date-time", description: "When." },
          limit: { type: "integer", minimum: 1, maximum: 100, default: 20 },
          place: { anyOf: [{ $ref: "#/components/schemas/Place" }, { type: "null" }] },
          state: { enum: ["on", "off"] },
          counts: { type: "object", additionalProperties: { type: "integer" } },
          parcels: { type: "array", items: { type: "object", properties: { size: { type: "number" } } } },
          promise: { anyOf: [{ type: "string" }, { type: "object", properties: { on: { type: "string" } } }, { type: "null" }] },
        },
      }),
    ).toEqual([
      row("at", { type: "time", isRequired: true, isNullable: true, description: "When." }),
      row("limit", { type: "whole number", description: "From 1 to 100. 20 if it is left out." }),
      row("place", { type: "Place", isObject: true, isNullable: true }),
      row("state", { type: "word", words: ["on", "off"] }),
      row("counts", { prefix: "map of", type: "whole number" }),
      row("parcels", { prefix: "list of", type: "object" }),
      row("parcels[].size", { type: "number" }),
      row("promise", { type: "text or object", isNullable: true }),
      row("promise.on", {}),
    ]);
  });
});
