import { describe, expect, it } from "vitest";
import { type FramesEvent, isWorthAsking, NO_FRAMES, reduceFrames } from "./preview-frames.ts";

const page = (brand: string) => ({ kind: "page", brand, sample: "delivered", lang: "en", theme: "light", tier: "public" });
const having = (...events: FramesEvent[]) => events.reduce(reduceFrames, NO_FRAMES);
const asked = (brand: string): FramesEvent => ({ kind: "asked", request: page(brand) });
const brands = ({ shown, loading }: ReturnType<typeof having>) => [shown?.request.brand ?? null, loading?.request.brand ?? null];

describe("the preview's two frames", () => {
  it("show the page before until the next one is there", () => {
    const loading = having(asked("green"), { kind: "loaded", id: 1 }, asked("red"));
    expect(brands(loading)).toEqual(["green", "red"]);
    expect(brands(reduceFrames(loading, { kind: "loaded", id: 2 }))).toEqual(["red", null]);
  });

  it("ask for one page at a time, and for none that is shown", () => {
    expect(isWorthAsking(NO_FRAMES, page("green"))).toBe(true);
    expect(isWorthAsking(having(asked("green")), page("red"))).toBe(false);
    const shown = having(asked("green"), { kind: "loaded", id: 1 });
    expect([isWorthAsking(shown, page("green")), isWorthAsking(shown, page("red"))]).toEqual([false, true]);
  });

  it("keep what is seen when a page fails, and do not ask for the same again and again", () => {
    const failed = having(asked("green"), { kind: "loaded", id: 1 }, asked("red"), { kind: "failed", id: 2 });
    expect(brands(failed)).toEqual(["green", null]);
    expect([isWorthAsking(failed, page("red")), isWorthAsking(failed, page("blue"))]).toEqual([false, true]);
  });

  it("are not confused by a frame that answers late", () => {
    const late = having(asked("green"), { kind: "failed", id: 1 }, asked("red"), { kind: "loaded", id: 1 });
    expect(brands(late)).toEqual([null, "red"]);
  });
});
