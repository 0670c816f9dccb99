import { describe, expect, it } from "vitest";
import { isFaintOn } from "./image-field-faint.ts";

const of = (...pixels: readonly (readonly [number, number, number, number])[]) => ({
  data: Uint8Array.from(pixels.flat()),
  width: pixels.length,
  height: 1,
});
const [INK, RED, NOTHING] = [
  [20, 22, 26, 255],
  [220, 40, 40, 255],
  [255, 255, 255, 0],
] as const;

describe("a logo", () => {
  it("is hardly seen in ink on a dark page, though what is transparent around it is white", () => {
    expect(isFaintOn(of(INK, INK, INK, NOTHING, NOTHING), "#101418")).toBe(true);
    expect(isFaintOn(of(INK, INK, INK, NOTHING, NOTHING), "#ffffff")).toBe(false);
  });

  it("is seen where enough of it stands out, or all of it", () => {
    expect(isFaintOn(of(INK, RED), "#101418")).toBe(false);
    expect(isFaintOn(of(INK, INK, INK, INK, RED), "#101418")).toBe(true);
    expect(isFaintOn(of(NOTHING), "#101418")).toBe(false);
  });
});
