import { describe, expect, it } from "vitest";
import { readParcelQuery } from "./read-parcel-query.ts";

const vault = { digest: (text: string) => `digest of ${text}` };
const read = (typed: string) => readParcelQuery({ vault }, typed);
const order = (beginning: string, unless: string | null) => ({ by: "order", beginning, unless });

describe("what is typed into the search field", () => {
  it("asks nothing where nothing was typed", () => {
    expect([read(""), read("  \t")]).toEqual([null, null]);
  });

  it("is an e-mail address with an @ in it, however it is spelled", () => {
    expect(read(" Mia@Shopper.example ")).toEqual([{ by: "email", digest: "digest of mia@shopper.example" }]);
  });

  it("is the beginning of a tracking number in any spelling, or of an order number", () => {
    expect(read("1z 999-aa1")?.[0]).toEqual({ by: "number", beginning: "1Z999AA1" });
    expect(read("28002")).toEqual([{ by: "number", beginning: "28002" }, order("28002", "28002"), order("#28002", "28002")]);
  });

  it("may be shorter than any number", () => {
    expect(read("1z")?.[0]).toEqual({ by: "number", beginning: "1Z" });
  });

  it("is an order number alone where no tracking number looks so", () => {
    expect(read("ORD/1")).toEqual([order("ORD/1", null), order("#ORD/1", null)]);
    expect(read("-")).toEqual([order("-", null), order("#-", null)]);
  });

  it("finds an order whether or not one types its # or its capitals", () => {
    expect(read("#a-1")).toEqual([order("a-1", null), order("#a-1", null), order("A-1", null), order("#A-1", null)]);
    expect(read("#")).toEqual([order("#", null)]);
  });

  it("is read no further than any number or address goes", () => {
    expect(JSON.stringify(read("9".repeat(5000))).length).toBeLessThan(2000);
  });
});
