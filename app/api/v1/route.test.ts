import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createApiVisitor } from "#app/_server/visit-api.testing.ts";
import { OPERATIONS } from "#lib/contracts/api/operations.ts";
import { problemSchema } from "#lib/contracts/api/problem.ts";
import { RETRY_DELAYS } from "#lib/jobs/retry-schedule.ts";
import { EVENT_FORMATS } from "#lib/notifications/event-formats.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import * as openapi from "./openapi.json/route.ts";
import * as page from "./route.ts";
import * as schema from "./tracking.schema.json/route.ts";

describeOnEveryEngine("the page of our API", (open) => {
  const visitPage = async () => createApiVisitor(await open(), page).call("GET", "/api/v1", { headers: { host: "parcels.fern.example" } });

  it("is for anybody, tells of every call, and of the address that was asked", async () => {
    const { status, headers, text } = await visitPage();
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    for (const { id, path } of OPERATIONS) {
      expect(text).toContain(`<article id="${id}"`);
      expect(text).toContain(`<code>${path}</code>`);
    }
    expect(text).toContain("http://parcels.fern.example/api/v1");
    expect(text).toContain("http://parcels.fern.example/v2/");
  });

  it("runs no script and takes nothing from elsewhere, but one stylesheet of its own, known by its hash", async () => {
    const { headers, text } = await visitPage();
    const [, css = ""] = /<style>([\s\S]*?)<\/style>/.exec(text) ?? [];
    const hash = createHash("sha256").update(css).digest("base64");
    expect(headers.get("content-security-policy")).toContain(`style-src 'self' 'sha256-${hash}';`);
    expect(text).not.toMatch(/<script|<link rel="stylesheet"|<img|style="|onclick/i);
    expect(css).not.toMatch(/url\(|@import/);
  });

  it("leads nowhere that is not there, and has no two places of one name", async () => {
    const { text } = await visitPage();
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...text.matchAll(/ href="#([^"]+)"/g)].map(([, id = ""]) => id);
    expect(targets.length).toBeGreaterThan(100);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe("what the page says of webhooks", () => {
  it("is what is done", () => {
    // In words: "within 15 seconds", "twelve times over about three days".
    expect(EVENT_FORMATS.standard.timeoutMs).toBe(15_000);
    expect(RETRY_DELAYS).toHaveLength(12);
    expect(RETRY_DELAYS.reduce((sum, seconds) => sum + seconds, 0) / 86_400).toBeCloseTo(3, 0);
  });
});

describeOnEveryEngine("the OpenAPI document", (open) => {
  it("is for anybody, at the address that was asked", async () => {
    const { call } = createApiVisitor(await open(), openapi);
    const { status, headers, json } = await call("GET", "/api/v1/openapi.json", { headers: { host: "parcels.fern.example" } });
    expect([status, headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    expect(json).toMatchObject({ openapi: "3.1.0", servers: [{ url: "http://parcels.fern.example/api/v1" }] });
  });
});

describeOnEveryEngine("the schema of a parcel's JSON", (open) => {
  it("is for anybody, at the address that was asked", async () => {
    const { call } = createApiVisitor(await open(), schema);
    const address = "/api/v1/tracking.schema.json";
    const { status, headers, json } = await call("GET", address, { headers: { host: "parcels.fern.example" } });
    expect([status, headers.get("content-type")]).toEqual([200, "application/schema+json; charset=utf-8"]);
    expect(json).toMatchObject({ $id: `http://parcels.fern.example${address}`, type: "object" });
  });
});

describe("what is only read", () => {
  it.each([
    ["the page", page],
    ["the document", openapi],
    ["the schema of a parcel's JSON", schema],
  ])("refuses other methods as our API does: %s", async (_, route) => {
    const answer = route.POST(new Request("http://localhost:3000/api/v1", { method: "POST" }));
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect(problemSchema.parse(await answer.json())).toMatchObject({ code: "method_not_allowed" });
  });
});
