import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATUSES } from "#lib/tracking/status.ts";
import { brandSchema } from "./brand.ts";
import { readStoredBrand } from "./read-stored-brand.ts";
import { fillWording, WORDING_PLACEHOLDERS, wordingProblem } from "./wording.ts";

const brandSaying = (wording: unknown) => ({ version: 1, name: "Fern", colors: { brand: "#1f5c46" }, wording });

describe("a shop's own sentence", () => {
  it("may hold what is known in its status", () => {
    expect(wordingProblem("in_transit", "{shop} has it with {carrier}, here {day} by {time}, now in {place}")).toBeNull();
    expect(wordingProblem("cancelled", "Nothing comes from {shop}")).toBeNull();
  });

  it("names what it may hold where it asks for something else", () => {
    expect(wordingProblem("cancelled", "No parcel {day}")).toBe("cannot fill in {day}: here it may hold {shop}, {carrier}");
    expect(wordingProblem("delivered", "Signed by {signer}")).toBe(
      "cannot fill in {signer}: here it may hold {shop}, {carrier}, {day}, {time}",
    );
  });

  it.each(["Here by {day", "Here by day}", "{{day}}", "}{", "{"])("is told of half a placeholder: %s", (sentence) => {
    expect(wordingProblem("in_transit", sentence)).toMatch(/brace without its other half/);
  });

  it("is refused by the brand, under its own language and status", () => {
    const issues = brandSchema.safeParse(brandSaying({ en: { delivered: "By {who}", failure: "Sorry" }, de: { error: "{" } })).error
      ?.issues;
    expect(issues?.map(({ path }) => path.join("."))).toEqual(["wording.en.delivered", "wording.de.error"]);
  });

  it("falls out of a stored brand where its placeholders are wrong, and leaves the others", () => {
    const brand = readStoredBrand(brandSaying({ en: { delivered: "By {who}", failure: "Sorry" } }));
    expect(brand.wording).toEqual({ en: { failure: "Sorry" } });
  });

  it("is filled in, or given up where a value is not known", () => {
    const known = { shop: "Fern", day: "today" } as Record<string, string>;
    const fill = (name: string) => known[name] ?? null;
    expect(fillWording("{shop} arrives {day}!", fill)).toBe("Fern arrives today!");
    expect(fillWording("{shop} arrives by {time}", fill)).toBeNull();
    expect(fillWording("No placeholders", fill)).toBe("No placeholders");
  });

  it("can be filled in whenever nothing was wrong with it", () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom("{", "}", "{shop}", "{carrier}", "{day}", "{time}", "{place}", "{x}"), fc.string()));
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), pieces, (status, texts) => {
        const sentence = texts.join("");
        const asked: string[] = [];
        const filled = fillWording(sentence, (name) => {
          asked.push(name);
          return "·";
        });
        const isAllowed = asked.every((name) => WORDING_PLACEHOLDERS[status].some((placeholder) => placeholder === name));
        expect(wordingProblem(status, sentence) === null).toBe(filled !== null && isAllowed);
      }),
    );
  });
});
