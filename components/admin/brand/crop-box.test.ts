import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CORNERS, isWhole, moveCrop, resizeCrop, SIDES, wholeCrop } from "./crop-box.ts";

const PHOTO = { width: 400, height: 200 };

describe("a crop", () => {
  it("begins as the whole picture, or as the largest square in its middle", () => {
    expect(wholeCrop(PHOTO, null)).toEqual({ x: 0, y: 0, width: 400, height: 200 });
    expect(wholeCrop(PHOTO, 1)).toEqual({ x: 100, y: 0, width: 200, height: 200 });
    expect(isWhole(wholeCrop(PHOTO, null), PHOTO)).toBe(true);
    expect(isWhole(wholeCrop(PHOTO, 1), PHOTO)).toBe(false);
  });

  it("moves as far as the picture goes", () => {
    const crop = { x: 10, y: 10, width: 100, height: 50 };
    expect(moveCrop(crop, { x: 5, y: -3 }, PHOTO)).toEqual({ ...crop, x: 15, y: 7 });
    expect(moveCrop(crop, { x: 999, y: -999 }, PHOTO)).toEqual({ ...crop, x: 300, y: 0 });
  });

  it("is drawn larger by a corner or a side, the opposite one staying", () => {
    const crop = { x: 100, y: 50, width: 100, height: 50 };
    expect(resizeCrop(crop, "nw", { x: -20, y: 10 }, PHOTO, null)).toEqual({ x: 80, y: 60, width: 120, height: 40 });
    expect(resizeCrop(crop, "e", { x: 30, y: 99 }, PHOTO, null)).toEqual({ ...crop, width: 130 });
    expect(resizeCrop(crop, "se", { x: -500, y: -500 }, PHOTO, null)).toEqual({ ...crop, width: 16, height: 16 });
  });

  it("stays square where it must be, as large as there is room", () => {
    const crop = { x: 100, y: 50, width: 50, height: 50 };
    expect(resizeCrop(crop, "se", { x: 20, y: 0 }, PHOTO, 1)).toEqual({ x: 100, y: 50, width: 70, height: 70 });
    expect(resizeCrop(crop, "nw", { x: -500, y: -10 }, PHOTO, 1)).toEqual({ x: 50, y: 0, width: 100, height: 100 });
  });

  it("never leaves the picture, whatever is done to it", () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 5000 }), height: fc.integer({ min: 1, max: 5000 }) });
    const step = fc.record({ x: fc.double({ min: -6000, max: 6000, noNaN: true }), y: fc.double({ min: -6000, max: 6000, noNaN: true }) });
    const deeds = fc.array(fc.record({ handle: fc.constantFrom("move", ...CORNERS, ...SIDES), step }), { maxLength: 12 });
    fc.assert(
      fc.property(size, deeds, fc.boolean(), (picture, done, isSquare) => {
        const aspect = isSquare ? 1 : null;
        const crop = done
          .filter(({ handle }) => !isSquare || handle.length === 2 || handle === "move")
          .reduce(
            (now, { handle, step }) => (handle === "move" ? moveCrop(now, step, picture) : resizeCrop(now, handle, step, picture, aspect)),
            wholeCrop(picture, aspect),
          );
        expect(Object.values(crop).every(Number.isInteger)).toBe(true);
        expect(Math.min(crop.x, crop.y)).toBeGreaterThanOrEqual(0);
        expect(Math.min(crop.width, crop.height)).toBeGreaterThanOrEqual(1);
        expect(crop.x + crop.width).toBeLessThanOrEqual(picture.width);
        expect(crop.y + crop.height).toBeLessThanOrEqual(picture.height);
        if (isSquare) expect(Math.abs(crop.width - crop.height)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
