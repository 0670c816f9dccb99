import { describe, expect, it } from "vitest";
import { type Draft, listAt, moved, textAt, valueAt, withValue } from "./draft.ts";

const draft: Draft = {
  name: "Fern & Fable",
  colors: { brand: "#1f5c46" },
  support: null,
  headerLinks: [
    { label: "Shop", url: "https://a.example/" },
    { label: "Help", url: "https://b.example/" },
  ],
};

describe("a brand being typed", () => {
  it("is read by path, and is empty where there is nothing", () => {
    expect(textAt(draft, "headerLinks.1.label")).toBe("Help");
    expect(textAt(draft, "support.email")).toBe("");
    expect(textAt(draft, "colors")).toBe("");
    expect(listAt(draft, "socialLinks")).toEqual([]);
  });

  it("changes at one place and keeps the rest as it was, down to the object", () => {
    const changed = withValue(draft, "headerLinks.0.label", "Store");
    expect(valueAt(changed, "headerLinks.0")).toEqual({ label: "Store", url: "https://a.example/" });
    expect(valueAt(changed, "headerLinks.1")).toBe(valueAt(draft, "headerLinks.1"));
    expect(changed.colors).toBe(draft.colors);
    expect(textAt(draft, "headerLinks.0.label")).toBe("Shop");
  });

  it("forgets a wording that is emptied, and keeps the others", () => {
    const worded = { ...draft, wording: { de: { delivered: "Da!", failure: "Oh" } } };
    expect(withValue(worded, "wording.de.delivered", undefined).wording).toEqual({ de: { failure: "Oh" } });
    expect(withValue(draft, "wording.de.delivered", "Da!").wording).toEqual({ de: { delivered: "Da!" } });
  });

  it("has its links in another order", () => {
    expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "c", "b"]);
  });

  it("makes room for the first word of a group", () => {
    expect(withValue(draft, "support.email", "help@a.example").support).toEqual({ email: "help@a.example" });
  });

  it("has no support once its last field is emptied", () => {
    const one = withValue(draft, "support.email", "h");
    expect(withValue(one, "support.email", null).support).toBeNull();
    const two = withValue(withValue(one, "support.phone", "1"), "support.email", null);
    expect(two.support).toEqual({ email: null, phone: "1" });
  });

  it("has no button on a promotion that says neither words nor address", () => {
    const promoted = withValue({ ...draft, promo: { text: "Half price", link: null } }, "promo.link.label", "See");
    expect(valueAt(promoted, "promo.link")).toEqual({ label: "See" });
    expect(withValue(promoted, "promo.link.label", "").promo).toEqual({ text: "Half price", link: null });
  });
});
