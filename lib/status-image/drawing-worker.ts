/** A thread of its own: an image takes twenty milliseconds, in which no page would be answered. */
import { parentPort } from "node:worker_threads";
import type { DrawingAnswer, DrawingTask } from "./draw-apart.ts";
import { drawStatusImage } from "./draw-status-image.ts";

parentPort?.on("message", async ({ id, subject, logo }: DrawingTask) => {
  const drawn = drawStatusImage(subject, logo);
  const answer: DrawingAnswer = await drawn.then(
    (image) => ({ id, image }),
    (error: unknown) => ({ id, error }),
  );
  parentPort?.postMessage(answer);
});
