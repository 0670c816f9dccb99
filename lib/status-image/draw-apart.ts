import { join } from "node:path";
import type { Worker } from "node:worker_threads";
import type { ImageSubject } from "./draw-status-image.ts";
import { ROOM } from "./pen.ts";

export interface DrawingTask {
  id: number;
  subject: ImageSubject;
  logo: Uint8Array | null;
}

export type DrawingAnswer = { id: number } & ({ image: Uint8Array } | { error: unknown });

/** Of what its scripts keep; the sheets it draws on are not counted. */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 };

const underWay = new Map<number, PromiseWithResolvers<Uint8Array>>();
let thread: Worker | undefined;
let drawings = 0;

/** `drawStatusImage` in another thread, which is begun with the first image and again after a failure. */
export function drawApart(subject: ImageSubject, logo: Uint8Array | null): Promise<Uint8Array> {
  thread ??= begin();
  const id = drawings++;
  const drawing = Promise.withResolvers<Uint8Array>();
  thread.postMessage({ id, subject, logo } satisfies DrawingTask);
  underWay.set(id, drawing);
  return drawing.promise;
}

function begin(): Worker {
  // Not imported: the bundler would look for the file among its own.
  const threads = process.getBuiltinModule("node:worker_threads");
  // The fonts are named in the environment, which the drawing library reads without asking Node.
  const worker = new threads.Worker(join(ROOM, "drawing-worker.ts"), { env: threads.SHARE_ENV, resourceLimits: LIMITS });
  // Not before: until it is there, it holds on to the process.
  worker.once("online", () => worker.unref());
  worker.on("message", (answer: DrawingAnswer) => {
    const drawing = underWay.get(answer.id);
    underWay.delete(answer.id);
    if ("image" in answer) drawing?.resolve(answer.image);
    else drawing?.reject(answer.error);
  });
  worker.once("error", (error) => end(worker, error));
  worker.once("exit", (code) => end(worker, new Error(`the drawing thread ended with code ${code}`)));
  return worker;
}

function end(worker: Worker, error: unknown): void {
  if (thread !== worker) return;
  thread = undefined;
  for (const { reject } of underWay.values()) reject(error);
  underWay.clear();
}
