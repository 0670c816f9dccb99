/** Preloaded into each measured process: answers its parent with processor time and memory so far. */
process.on("message", (message) => {
  if (message === "usage") process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage.rss() });
});
process.channel?.unref();
