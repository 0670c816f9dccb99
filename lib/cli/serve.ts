import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "#lib/config/config.ts";

interface ServeOptions {
  config: Config;
  dev: boolean;
  onReady(): void;
}

/** Runs the web process until it ends, passing on the signals that ask it to; answers the exit code. */
export async function serve(root: string, { config, dev, onReady }: ServeOptions): Promise<number> {
  const child = spawn(process.execPath, [join(root, "app/_server/serve.ts"), ...(dev ? ["--dev"] : [])], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const ended = new Promise<number>((resolve) => child.once("exit", (code, signal) => resolve(code ?? (signal ? 0 : 1))));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));

  const address = `http://${reachable(config.host)}:${config.port}/api/health`;
  const ready = whenHealthy(address, () => child.exitCode !== null);
  if (await Promise.race([ready, ended.then(() => false)])) onReady();
  return ended;
}

async function whenHealthy(address: string, hasEnded: () => boolean): Promise<boolean> {
  while (!hasEnded()) {
    const isHealthy = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isHealthy) return true;
    await sleep(100);
  }
  return false;
}

const reachable = (host: string) => (host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host);
