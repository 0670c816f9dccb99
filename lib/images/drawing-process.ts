/** A process of its own that reads one picture and ends. What a file may do to the code that unpacks it is done to nobody else. */
import { writeFile } from "node:fs";
import { setPriority } from "node:os";
import { drawBitmap } from "./draw-bitmap.ts";
import type { DrawingAnswer, DrawingTask } from "./drawing-task.ts";
import { openSharp } from "./open-sharp.ts";
import { readBitmap } from "./read-bitmap.ts";

/** Half as much again as the largest honest picture takes. */
const MOST_MEMORY_BYTES = 1024 * 1024 * 1024;
/** Of its own working time: on a busy machine an honest picture may wait. */
const MOST_WORK_MS = 12_000;

/** Pictures are unpacked in threads of their own, which nothing but this can stop. */
const end = () => process.kill(process.pid, "SIGKILL");
setInterval(() => {
  const { user, system } = process.cpuUsage();
  if (process.memoryUsage.rss() > MOST_MEMORY_BYTES || (user + system) / 1000 > MOST_WORK_MS) end();
}, 20);
process.on("disconnect", end);
/** Shoppers' pages come first; and where the machine runs out of memory, this goes first. */
setPriority(5);
writeFile("/proc/self/oom_score_adj", "1000", () => undefined);

process.once("message", async (task: DrawingTask) => {
  const answer = await carryOut(task);
  process.send?.(answer, end);
});

async function carryOut(task: DrawingTask): Promise<DrawingAnswer> {
  const { picture } = task;
  try {
    await openSharp(picture.type);
  } catch (error) {
    return { kind: "broken", problem: String(error) };
  }
  try {
    const read = await readBitmap(picture, task.kind === "pixels" ? task.side : WORKING_SIDE);
    if (read.kind !== "read") return read;
    if (task.kind === "pixels") return { kind: "pixels", ...read.bitmap };
    const drawn = await drawBitmap(read.bitmap, task.purpose);
    return drawn ? { kind: "drawn", ...drawn } : { kind: "empty" };
  } catch {
    return { kind: "unreadable" };
  }
}

/** Before an empty border is cut away. */
const WORKING_SIDE = 2_000;
