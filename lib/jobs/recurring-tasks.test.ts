import { describe, expect, it } from "vitest";
import { isItsTurn, nextTurnMs, RECURRING_TASKS } from "./recurring-tasks.ts";

const at = (instant: string) => Date.parse(instant);
const turnAfter = (task: string, instant: string) => {
  const recurring = RECURRING_TASKS.find((row) => row.task === task);
  return recurring && new Date(nextTurnMs(recurring, at(instant))).toISOString();
};

describe("what comes round by itself", () => {
  it("looks for due trackers at the beginning of every minute", () => {
    expect(turnAfter("find_due_trackers", "2026-03-01T12:00:00Z")).toBe("2026-03-01T12:01:00.000Z");
    expect(turnAfter("find_due_trackers", "2026-03-01T12:00:59.999Z")).toBe("2026-03-01T12:01:00.000Z");
  });

  it("deletes what is old once a day, in the small hours", () => {
    expect(turnAfter("prune", "2026-03-01T03:16:59Z")).toBe("2026-03-01T03:17:00.000Z");
    expect(turnAfter("prune", "2026-03-01T03:17:00Z")).toBe("2026-03-02T03:17:00.000Z");
  });

  it("comes round at the same minutes on both engines", () => {
    const day = at("2026-03-01T00:00:00Z");
    for (const recurring of RECURRING_TASKS) {
      for (let minute = 0; minute < 24 * 60; minute += 1) {
        const now = day + minute * 60_000;
        expect(isItsTurn(recurring, minute)).toBe(nextTurnMs(recurring, now - 1) === now);
      }
    }
  });
});
