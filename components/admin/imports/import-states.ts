import type { Tone } from "../ui/badge.tsx";

export type ImportState = "draft" | "running" | "paused" | "done" | "cancelled";

export const IMPORT_STATES: Readonly<Record<ImportState, { tone: Tone; words: string }>> = {
  draft: { tone: "warn", words: "Not started" },
  running: { tone: "info", words: "Under way" },
  paused: { tone: "warn", words: "Paused" },
  done: { tone: "good", words: "Done" },
  cancelled: { tone: "neutral", words: "Cancelled" },
};

const whole = new Intl.NumberFormat("en");

/** "10,000" */
export const countText = (count: number) => whole.format(count);
/** "1 row", "10,000 rows" */
export const rowsText = (count: number) => `${countText(count)} ${count === 1 ? "row" : "rows"}`;
