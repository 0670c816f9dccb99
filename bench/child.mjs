import { fork } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Starts a server in a process of its own and waits until `readyPath` answers. */
export async function startServer({ name, script, args = [], env = {}, port, readyPath = "/" }) {
  const child = fork(script, args, {
    execArgv: ["--import", new URL("./report-usage.mjs", import.meta.url).href],
    env: { ...process.env, NODE_ENV: "production", ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let ended = false;
  child.on("exit", () => {
    ended = true;
  });
  for (let attempt = 0; ; attempt++) {
    if (ended) throw new Error(`${name} ended before it was ready; its own words stand above.`);
    if (attempt > 300) throw new Error(`${name} was not ready after 30 seconds.`);
    if (await answers(port, readyPath)) break;
    await sleep(100);
  }
  return {
    name,
    port,
    /** Microseconds of processor time and bytes of memory, as the process itself sees them. */
    usage: async () => {
      child.send("usage");
      for (;;) {
        const [{ cpu, memory }] = await once(child, "message");
        if (cpu) return { cpuMicros: cpu.user + cpu.system, memory };
      }
    },
    stop: () =>
      new Promise((resolve) => {
        if (ended) return resolve();
        child.once("exit", resolve);
        child.kill("SIGKILL");
      }),
  };
}

function answers(port, path) {
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port, path }, (response) => {
      response.resume();
      resolve(response.statusCode < 500);
    }).on("error", () => resolve(false));
  });
}
