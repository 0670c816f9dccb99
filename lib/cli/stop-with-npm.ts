/** npm hands a signal to the shell between it and us, which dies without a word. Clear the timer to stop watching. */
export function stopWithNpm(stop: () => void): NodeJS.Timeout | undefined {
  const shell = process.ppid;
  return process.env.npm_lifecycle_event ? setInterval(() => process.ppid === shell || stop(), 500).unref() : undefined;
}
