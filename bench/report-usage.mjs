import { existsSync, readFileSync } from "node:fs";

/** Preloaded into each measured process: answers its parent with processor time and memory so far. */
process.on("message", (message) => {
  if (message === "usage") process.send?.({ cpu: process.cpuUsage(), memory: ownMemory() });
});
process.channel?.unref();

/** Bytes of the process's own memory; files mapped into it, such as the database, belong to the system. */
function ownMemory() {
  const status = "/proc/self/status";
  const anonymous = existsSync(status) && /RssAnon:\s*(\d+) kB/.exec(readFileSync(status, "utf8"))?.[1];
  return anonymous ? Number(anonymous) * 1024 : process.memoryUsage.rss();
}
