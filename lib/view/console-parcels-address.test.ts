import { describe, expect, it } from "vitest";
import { isNarrowed, parcelsQuery, readParcelsWish } from "./console-parcels-address.ts";

const ALL = { q: "", status: null, needs: null, carrier: null, source: null, age: null, silent: null };

describe("the address of a list of parcels", () => {
  it("asks for all where it says nothing", () => {
    expect(readParcelsWish({})).toEqual(ALL);
    expect(isNarrowed(readParcelsWish({ mode: "test" }))).toBe(false);
  });

  it("says what is asked for, and reads it back", () => {
    const query = { q: "28002", status: "failure", needs: "shop", carrier: "ups", source: "easypost", age: "7", silent: "14" };
    const wish = readParcelsWish(query);
    expect(wish).toEqual({ ...query, age: 7, silent: 14 });
    expect(parcelsQuery(wish)).toEqual(query);
    expect(isNarrowed(wish)).toBe(true);
  });

  it("names who told nothing, and a source that is asked", () => {
    expect(readParcelsWish({ source: "nobody" }).source).toBe("nobody");
    expect(readParcelsWish({ source: "src_abc123" }).source).toBe("src_abc123");
  });

  it.each([
    { status: "lost" },
    { needs: "me" },
    { carrier: "pigeon" },
    { source: "src_'; drop" },
    { age: "2" },
    { silent: "-3" },
    { status: "toString", source: "constructor" },
  ])("asks for all where it says what is nothing: %j", (params) => {
    expect(readParcelsWish(params)).toEqual(ALL);
  });

  it("takes the first of what is said twice, and no more of a number than any has", () => {
    expect(readParcelsWish({ status: ["delivered", "failure"], q: ` ${"9".repeat(1000)} ` })).toMatchObject({
      status: "delivered",
      q: "9".repeat(320),
    });
  });
});
