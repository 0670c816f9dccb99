const STEPS = [1, 2, 4, 5, 10] as const;

/** The next round number that can be halved: where an axis ends. Never less than 2. */
export function roundUp(value: number): number {
  if (value <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((candidate) => candidate * power >= value && (candidate * power) % 2 === 0) ?? 10;
  return step * power;
}
