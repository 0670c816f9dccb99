import { describe, expect, it } from "vitest";
import { z } from "zod";
import { changedText, optionalText, pageParams, parseParams, parseQuery, parseSection, requiredText } from "./params.ts";

const page = (query: string) => parseQuery(pageParams, new URLSearchParams(query));
const pageOf = (query: string) => {
  const parsed = page(query);
  return parsed.kind === "parsed" ? parsed.value : parsed.answer.body;
};

describe("the parameters of a page", () => {
  it("are twenty of the newest, if nothing is said", () => {
    expect(pageOf("")).toEqual({ limit: 20 });
    expect(pageOf("page_size=&before_id=&start_datetime=")).toEqual({ limit: 20 });
  });

  it("are read from text", () => {
    expect(pageOf("page_size=2&before_id=trk_1&after_id=trk_2&start_datetime=2026-03-01T10:00:00-05:00&end_datetime=2026-03-02")).toEqual({
      limit: 2,
      beforeId: "trk_1",
      afterId: "trk_2",
      createdFrom: "2026-03-01T15:00:00Z",
      createdUntil: "2026-03-02T00:00:00Z",
    });
  });

  it("may hold a plus that nobody escaped", () => {
    expect(pageOf("start_datetime=2026-03-01T10:00:00+02:00")).toMatchObject({ createdFrom: "2026-03-01T08:00:00Z" });
  });

  it.each(["0", "101", "-1", "1.5", "ten", "1e1000", "٣"])("are no page of %s", (size) => {
    expect(pageOf(`page_size=${encodeURIComponent(size)}`)).toEqual({
      error: {
        code: "PARAMETER.INVALID",
        message: "Invalid parameter.",
        errors: [{ field: "page_size", message: "must be a whole number from 1 to 100" }],
      },
    });
  });

  it.each(["before_id=%00", "after_id=a%20b", "start_datetime=yesterday", "end_datetime=2026-02-30"])(
    "are refused by name: %s",
    (query) => {
      expect(pageOf(query)).toMatchObject({ error: { code: "PARAMETER.INVALID", errors: [{ field: query.split("=")[0] }] } });
    },
  );
});

describe("parameters in a body", () => {
  const schema = z.object({ code: requiredText(10), carrier: optionalText(10), name: changedText(10) });
  const read = (section: unknown) => {
    const parsed = parseSection("tracker", schema, { tracker: section });
    return parsed.kind === "parsed" ? parsed.value : parsed.answer.body;
  };

  it("are text, numbers too", () => {
    expect(read({ code: 12345 })).toEqual({ code: "12345", carrier: null });
  });

  it("tell a value that is to go from one that is not mentioned", () => {
    expect(read({ code: "1", name: null })).toEqual({ code: "1", carrier: null, name: null });
    expect(read({ code: "1", name: "" })).toEqual({ code: "1", carrier: null, name: null });
    expect(read({ code: "1" })).not.toHaveProperty("name");
  });

  it.each([[undefined], [null], [{}], [[]], ["text"], [7]])("are all missing in %j", (section) => {
    expect(read(section)).toMatchObject({
      error: { code: "PARAMETER.REQUIRED", errors: [{ field: "tracker", message: "cannot be blank" }] },
    });
  });

  it("are missing one by one", () => {
    expect(read({ carrier: "UPS" })).toMatchObject({
      error: { code: "PARAMETER.REQUIRED", errors: [{ field: "code", message: "cannot be blank" }] },
    });
  });

  it.each([[true], [[1]], [{ a: 1 }], [1e30], ["a\u0000b"], ["\ud800"], ["x".repeat(11)]])("are wrong where they are %j", (code) => {
    expect(read({ code, carrier: "UPS" })).toMatchObject({ error: { code: "PARAMETER.INVALID", errors: [{ field: "code" }] } });
  });

  it("name every fault at once", () => {
    const parsed = parseParams(schema, { code: "", carrier: {} });
    expect(parsed).toMatchObject({ answer: { status: 422, body: { error: { errors: [{ field: "code" }, { field: "carrier" }] } } } });
  });
});
