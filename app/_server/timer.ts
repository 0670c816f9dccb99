/** Tells the milliseconds since, to a tenth. */
export function startTimer(): () => number {
  const startedMs = performance.now();
  return () => Math.round((performance.now() - startedMs) * 10) / 10;
}
