/** How much was done at which moment, in milliseconds. */
export interface Sample {
  atMs: number;
  done: number;
}

const WINDOW_MS = 10_000;
const SHORTEST_MS = 1500;

/** The samples of the last seconds, with one more. */
export function addSample(samples: readonly Sample[], sample: Sample): Sample[] {
  return [...samples.filter(({ atMs }) => sample.atMs - atMs <= WINDOW_MS), sample];
}

/** How fast it went in the last seconds, and how long the rest takes at that; null while nothing can be said. */
export function measureRate(samples: readonly Sample[], total: number): { perSecond: number; secondsLeft: number } | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.atMs - first.atMs < SHORTEST_MS || last.done <= first.done) return null;
  const perSecond = ((last.done - first.done) / (last.atMs - first.atMs)) * 1000;
  return { perSecond, secondsLeft: Math.ceil((total - last.done) / perSecond) };
}

/** "about 40 seconds", "about 3 minutes" */
export function durationText(seconds: number): string {
  if (seconds < 5) return "a few seconds";
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds`;
  return `about ${Math.round(seconds / 60)} minutes`;
}
