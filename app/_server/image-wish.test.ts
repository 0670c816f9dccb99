import { describe, expect, it } from "vitest";
import { readLinkQuery } from "#lib/view/read-link-query.ts";
import { readImageWish, USUAL_CARD, USUAL_IMAGE } from "./image-wish.ts";

const read = (query: string) => readImageWish(readLinkQuery(query));

describe("the image that is asked for", () => {
  it("is as usual where nothing is said, or nothing sensible", () => {
    for (const query of ["", "w=&x=", "w=wide&x=double&card=yes", "w=-320", "w=1e9", "x=1.5"])
      expect(read(query), query).toEqual(USUAL_IMAGE);
  });

  it("has the width and the sharpness it was asked for", () => {
    expect(read("w=360&x=1")).toEqual({ width: 360, scale: 1, isCard: false });
    expect(read("card=1")).toEqual(USUAL_CARD);
  });

  it("is never smaller or larger than there is", () => {
    expect(read("w=1&x=0")).toMatchObject({ width: 320, scale: 1 });
    expect(read("w=99999&x=9")).toMatchObject({ width: 640, scale: 2 });
  });

  it("is a card of one of few sizes, and no larger than was asked for, unless that is none", () => {
    expect(["card=1&w=640", "card=1&w=400&x=2", "card=1&w=5", "card=1&w=9999"].map((query) => read(query))).toEqual(
      [600, 400, 240, 1200].map((width) => ({ width, scale: 1, isCard: true })),
    );
  });
});
