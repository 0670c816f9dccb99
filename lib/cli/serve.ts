import { spawn } from "node:child_process";
import { join } from "node:path";
import { stopWithNpm } from "./stop-with-npm.ts";

interface ServeOptions {
  dev: boolean;
  onReady(): void;
}

const STOPPING = ["SIGINT", "SIGTERM"] as const;

/** Runs the web process until it ends, passing on the signals that ask it to; answers the exit code. */
export async function serve(root: string, { dev, onReady }: ServeOptions): Promise<number> {
  const child = spawn(process.execPath, [join(root, "app/_server/serve.ts"), ...(dev ? ["--dev"] : [])], {
    cwd: root,
    // Its own word that it listens: another server on the same port would answer a question over HTTP just as well.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const stop = () => void child.kill("SIGTERM");
  for (const signal of STOPPING) process.on(signal, stop);
  const watch = stopWithNpm(stop);
  child.on("message", (word) => void (word === "ready" && onReady()));
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      // Ended by another signal, say for want of memory, it did not do as it was asked.
      child.once("exit", (code, signal) => resolve(code ?? (STOPPING.some((word) => word === signal) ? 0 : 1)));
    });
  } finally {
    clearInterval(watch);
    for (const signal of STOPPING) process.off(signal, stop);
  }
}
