import { fork } from "node:child_process";
import { join } from "node:path";
import { type DrawingAnswer, type DrawingTask, drawingAnswerSchema } from "./drawing-task.ts";

type DrawingOutcome = Exclude<DrawingAnswer, { kind: "broken" }> | { kind: "gave_up" | "busy" };

/** It ends itself much earlier, unless the machine is busy. */
const MOST_MS = 45_000;
const MOST_WAITING = 6;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Draws in a process of its own, one picture at a time. `gave_up`: it took too long or too much memory, or the process broke over it. */
export async function runDrawing(task: DrawingTask, mostMs = MOST_MS): Promise<DrawingOutcome> {
  if (waiting >= MOST_WAITING) return { kind: "busy" };
  waiting += 1;
  const outcome = last.then(() => drawApart(task, mostMs));
  last = outcome
    .catch(() => undefined)
    .finally(() => {
      waiting -= 1;
    });
  return outcome;
}

function drawApart(task: DrawingTask, mostMs: number): Promise<DrawingOutcome> {
  return new Promise((resolve, reject) => {
    // By its place below the root: bundled, this file is somewhere else, and that one must not be bundled at all.
    const child = fork(join(/* turbopackIgnore: true */ process.cwd(), "lib/images/drawing-process.ts"), {
      execArgv: ["--max-old-space-size=256"],
      env: { NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      serialization: "advanced",
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), mostMs);
    child.once("message", (message) => {
      const { data: answer } = drawingAnswerSchema.safeParse(message);
      if (!answer) resolve({ kind: "gave_up" });
      else if (answer.kind === "broken") reject(new Error(`pictures cannot be drawn here: ${answer.problem}`));
      else resolve(answer);
    });
    child.on("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      if (code === null) resolve({ kind: "gave_up" });
      else reject(new Error(`the drawing process ended with code ${code} before it answered`));
    });
    child.send(task);
  });
}
