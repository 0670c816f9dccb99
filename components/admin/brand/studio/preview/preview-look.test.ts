import { describe, expect, it } from "vitest";
import { fitDevice, schemeShown } from "./preview-look.ts";

describe("what the preview shows", () => {
  it("is a phone as it is where there is room, and no taller than one", () => {
    expect(fitDevice("phone", { width: 700, height: 1200 })).toEqual({ scale: 1, width: 390, height: 844 });
    expect(fitDevice("phone", { width: 700, height: 600 })).toEqual({ scale: 1, width: 390, height: 600 });
  });

  it("is a whole desktop made smaller, which fills the room", () => {
    expect(fitDevice("desktop", { width: 640, height: 700 })).toEqual({ scale: 0.5, width: 1280, height: 1400 });
  });

  it("never grows beyond life", () => {
    expect(fitDevice("desktop", { width: 2000, height: 700 })).toMatchObject({ scale: 1, width: 1280 });
  });

  it("is drawn somehow before the room is measured", () => {
    expect(fitDevice("phone", { width: 0, height: 0 })).toEqual({ scale: 1, width: 390, height: 844 });
  });

  it("is dark on every device for a brand that always is", () => {
    expect([schemeShown("auto", "light"), schemeShown("dark", "light"), schemeShown("light", "dark")]).toEqual(["light", "dark", "light"]);
  });
});
