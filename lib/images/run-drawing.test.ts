import { describe, expect, it } from "vitest";
import type { DrawingTask } from "./drawing-task.ts";
import { signpost, svgOf } from "./pictures.testing.ts";
import { runDrawing } from "./run-drawing.ts";

const pixelsOf = (svg: Uint8Array): DrawingTask => ({ kind: "pixels", side: 2000, picture: { bytes: svg, type: "svg", crop: null } });
const RED = pixelsOf(svgOf('<rect width="200" height="100" fill="#f00"/>'));

const filtered = (steps: readonly string[]) =>
  svgOf(
    `<filter id="f" x="0" y="0" width="1" height="1">${steps.join("")}</filter><rect width="2000" height="2000" filter="url(#f)"/>`,
    'width="2000" height="2000"',
  );
const repeated = (step: string) => Array.from({ length: 400 }, (_, index) => step.replace("NAME", `r${index}`));
/** Minutes of work, and gigabytes of it: honest SVG as far as anybody can read. */
const ENDLESS = filtered(repeated(`<feConvolveMatrix order="9" kernelMatrix="${"1 ".repeat(81)}" result="NAME"/>`));
const VAST = filtered(repeated('<feFlood flood-color="red" result="NAME"/>'));

describe("a drawing", { timeout: 60_000 }, () => {
  it("is given up when it takes too long, in the midst of code that answers to nobody", async () => {
    expect(await runDrawing(pixelsOf(ENDLESS), 1_000)).toEqual({ kind: "gave_up" });
  });

  it("is given up when it takes too much memory, which is none of ours", async () => {
    const before = process.memoryUsage.rss();
    expect(await runDrawing(pixelsOf(VAST))).toEqual({ kind: "gave_up" });
    expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 1024 * 1024);
  });

  it("waits for its turn, and no more than a few do", async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => runDrawing(RED)));
    expect(outcomes.map(({ kind }) => kind)).toEqual([...Array(6).fill("pixels"), "busy", "busy"]);
  });

  it("comes out well whatever became of the one before", async () => {
    const [given, good] = await Promise.all([runDrawing(pixelsOf(ENDLESS), 500), runDrawing(RED)]);
    expect(given.kind).toBe("gave_up");
    expect(good).toMatchObject({ kind: "pixels", width: 2000, height: 1000 });
  });

  it("answers pixels as they are seen", async () => {
    const bytes = await signpost(4, 2).png().toBuffer();
    const read = await runDrawing({ kind: "pixels", side: 100, picture: { bytes, type: "png", crop: null } });
    expect(read).toMatchObject({ width: 4, height: 2 });
    expect(read.kind === "pixels" && [...read.data.subarray(-4)]).toEqual([0, 0, 255, 255]);
  });
});
