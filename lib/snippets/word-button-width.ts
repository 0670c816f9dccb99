const WIDE = /[\u1100-\u11ff\u2e80-\u{1ffff}]/u;

/** CSS pixels. Word measures no text for a button's shape: room for a label of bold 16 px in the widest face it may fall back to. */
export function wordButtonWidth(label: string): number {
  const letters = [...label].reduce((sum, letter) => sum + (WIDE.test(letter) ? 18 : 10), 0);
  return Math.min(560, Math.max(180, letters + 56));
}
