import { describe, expect, it } from "vitest";
import { buildOpenApi } from "./build-openapi.ts";
import { OPERATION_GROUPS, OPERATIONS } from "./operations.ts";

const text = JSON.stringify(buildOpenApi({ origin: "https://track.example.com" }));
const document = JSON.parse(text);

type DocumentOperation = { operationId: string; tags: string[]; parameters?: { name: string; in: string }[]; responses: object };
const documented = Object.entries(document.paths as Record<string, Record<string, DocumentOperation>>).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ call: `${method.toUpperCase()} ${path}`, path, operation })),
);

describe("the OpenAPI document", () => {
  it("tells of every operation there is, and of no other", () => {
    const wanted = OPERATIONS.map(({ id, method, path }) => `${id}: ${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
    expect(documented.map(({ call, operation }) => `${operation.operationId}: ${call}`).sort()).toEqual(wanted.sort());
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
  });

  it("is complete in itself: what it refers to is in it, and no two schemas have one name with a suffix", () => {
    const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = ""]) => reference));
    const names = Object.keys(document.components.schemas);
    expect(references.size).toBeGreaterThan(20);
    expect([...references].filter((reference) => !names.includes(reference.replace("#/components/schemas/", "")))).toEqual([]);
    expect(names.filter((name) => name.endsWith("Output"))).toEqual([]);
  });

  it("names every part of a path, and every group", () => {
    for (const { path, operation } of documented) {
      const names = (operation.parameters ?? []).filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`);
      expect(names).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
    const groups = OPERATION_GROUPS.map(({ title }) => title);
    expect(document.tags.map(({ name }: { name: string }) => name)).toEqual(groups);
    expect(new Set(documented.flatMap(({ operation }) => operation.tags))).toEqual(new Set(groups));
  });

  it("says of every operation that it needs a key, and how its problems look", () => {
    expect(document).toMatchObject({
      openapi: "3.1.0",
      servers: [{ url: "https://track.example.com/api/v1" }],
      security: [{ bearer: [] }, { basic: [] }],
    });
    for (const { operation } of documented) {
      expect(operation.responses).toMatchObject({
        401: { content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
        429: expect.anything(),
      });
    }
  });

  it("lets answers gain fields, and calls have none that nobody knows", () => {
    const { Tracker, RegisterTracker } = document.components.schemas;
    expect(Tracker).not.toHaveProperty("additionalProperties");
    expect(RegisterTracker).toHaveProperty("additionalProperties", false);
  });
});

describe("every operation", () => {
  it.each(OPERATIONS.filter(({ example }) => example !== undefined).map((operation) => [operation.id, operation] as const))(
    "%s has an example that works",
    (_, { body, example }) => {
      expect(body?.safeParse(example)).toMatchObject({ success: true });
    },
  );

  it.each(OPERATIONS.map((operation) => [operation.id, operation] as const))("%s tells more than its name", (_, operation) => {
    expect(operation.summary).toMatch(/^[A-Z].*[^.]$/);
    expect(operation.description ?? "It is plain.").toMatch(/\.$/);
  });
});
