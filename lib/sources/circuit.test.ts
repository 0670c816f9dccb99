import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClientAnswer } from "#lib/providers/provider.ts";
import { epochMsOf, formatInstant, type Instant } from "#lib/shared/clock.ts";
import { instant } from "#lib/testing/snapshots.ts";
import { afterAnswer, type Circuit, isPaused, isTrying, OPENS_AT } from "./circuit.ts";

const NOW = instant("2026-03-01T12:00:00Z");
const CLOSED: Circuit = { failures: 0, pausedUntil: null };
const still = () => new Uint8Array([127, 255]);

const GOOD: ClientAnswer[] = [
  { kind: "payload", body: "{}" },
  { kind: "accepted" },
  { kind: "not_found", problem: "Unknown." },
  { kind: "unsupported", problem: "Never." },
];
const DOWN: ClientAnswer = { kind: "unavailable", problem: "Down." };
const FORBIDDEN: ClientAnswer = { kind: "unauthorized", problem: "No." };
const limited = (retryAfterMs: number | null): ClientAnswer => ({ kind: "rate_limited", retryAfterMs });

const answered = (circuit: Circuit, answer: ClientAnswer, now: Instant = NOW) => afterAnswer(circuit, answer, { now, random: still });
const minutesPaused = ({ pausedUntil }: Circuit, now: Instant = NOW) =>
  pausedUntil === null ? 0 : (epochMsOf(pausedUntil) - epochMsOf(now)) / 60_000;

/** As often as it may be asked, it fails. */
function failTimes(times: number): { circuit: Circuit; now: Instant } {
  let [circuit, now] = [CLOSED, NOW];
  for (let time = 0; time < times; time += 1) {
    if (isPaused(circuit, now)) now = circuit.pausedUntil as Instant;
    circuit = answered(circuit, DOWN, now);
  }
  return { circuit, now };
}

describe("a source's circuit", () => {
  it("opens at the fifth failure in a row, not at the fourth", () => {
    expect(isPaused(failTimes(OPENS_AT - 1).circuit, NOW)).toBe(false);
    expect(isPaused(failTimes(OPENS_AT).circuit, NOW)).toBe(true);
  });

  it("stays open longer each time a try fails, up to an hour", () => {
    const minutes = [5, 6, 7, 8, 12, 40].map((times) => {
      const { circuit, now } = failTimes(times);
      return Math.round(minutesPaused(circuit, now));
    });
    expect(minutes).toEqual([1, 2, 4, 8, 60, 60]);
  });

  it("is tried once its pause is over, and closed by whatever answer there is", () => {
    const { circuit } = failTimes(OPENS_AT);
    expect(isTrying(circuit, NOW)).toBe(false);
    const then = circuit.pausedUntil as Instant;
    expect(isTrying(circuit, then)).toBe(true);
    for (const answer of GOOD) expect(answered(circuit, answer, then)).toEqual(CLOSED);
  });

  it("counts failures in a row only", () => {
    const [good] = GOOD as [ClientAnswer];
    const circuit = answered(answered(failTimes(OPENS_AT - 1).circuit, good), DOWN);
    expect(circuit).toEqual({ failures: 1, pausedUntil: null });
  });

  it("is not kept open by requests that were under way when it opened", () => {
    const { circuit } = failTimes(OPENS_AT);
    expect(answered(circuit, DOWN)).toEqual(circuit);
  });

  it("opens at once where the key is not accepted, for an hour", () => {
    const circuit = answered(CLOSED, FORBIDDEN);
    expect(minutesPaused(circuit)).toBeCloseTo(60, 1);
    expect(isTrying(circuit, circuit.pausedUntil as Instant)).toBe(true);
  });

  it.each([
    ["as long as it says", 90_000, 1.5],
    ["a minute where it does not say", null, 1],
    ["a day at most", 10 * 24 * 3_600_000, 24 * 60],
  ])("lets a source that asks for patience alone for %s", (_, retryAfterMs, minutes) => {
    const circuit = answered(CLOSED, limited(retryAfterMs));
    expect(minutesPaused(circuit)).toBeCloseTo(minutes, 1);
    expect(circuit.failures).toBe(0);
  });

  it("keeps a promise to wait, whatever comes back meanwhile", () => {
    const waiting = answered(CLOSED, limited(600_000));
    for (const answer of [...GOOD, DOWN, limited(1000)]) expect(answered(waiting, answer).pausedUntil).toBe(waiting.pausedUntil);
  });

  it("always opens again: no answers, in whatever order, stop it for more than a day", () => {
    const anyAnswer = fc.constantFrom<ClientAnswer>(...GOOD, DOWN, FORBIDDEN, limited(null), limited(0), limited(5000), limited(1e12));
    const anyRandom = fc.uint8Array({ minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAnswer, fc.nat(7200), anyRandom), { maxLength: 60 }), (steps) => {
        let [circuit, now] = [CLOSED, NOW];
        for (const [answer, seconds, bytes] of steps) {
          now = formatInstant(epochMsOf(now) + seconds * 1000);
          const next = afterAnswer(circuit, answer, { now, random: () => bytes });
          expect(next.failures).toBeGreaterThanOrEqual(0);
          expect(minutesPaused(next, now)).toBeLessThanOrEqual(24 * 60 * 1.16);
          if (answer.kind === "rate_limited") expect(isPaused(next, now)).toBe(true);
          if (isTrying(circuit, now) && answer.kind === "unavailable") expect(isPaused(next, now)).toBe(true);
          circuit = next;
        }
      }),
    );
  });
});
