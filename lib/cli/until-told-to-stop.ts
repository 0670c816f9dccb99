import { stopWithNpm } from "./stop-with-npm.ts";

const STOPPING = ["SIGINT", "SIGTERM"] as const;

/** Waits for a signal that asks to end. A second one ends the process, as it would have without us. */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      clearInterval(watch);
      for (const signal of STOPPING) process.off(signal, stop);
      resolve();
    };
    const watch = stopWithNpm(stop);
    for (const signal of STOPPING) process.on(signal, stop);
  });
}
