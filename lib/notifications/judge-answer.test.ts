import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeAnswer } from "./judge-answer.ts";

const answer = (status: number, headers: Record<string, string> = {}) => ({ kind: "answer", status, headers, body: "" }) as const;
const judge = (status: number, headers?: Record<string, string>) => judgeAnswer(answer(status, headers));

describe("a receiver's answer", () => {
  it.each([200, 201, 202, 204, 299])("of %i accepts the event", (status) => {
    expect(judge(status)).toEqual({ kind: "accepted" });
  });

  it("of 410 ends all events", () => {
    expect(judge(410)).toMatchObject({ kind: "gone" });
  });

  it.each([301, 302, 303, 304, 307, 308])("of %i is a failure that says redirects are not followed", (status) => {
    expect(judge(status, { location: "https://elsewhere.example" })).toEqual({
      kind: "failed",
      problem: `answered ${status}: redirects are not followed, so its address must be the final one`,
      retryAfterMs: null,
    });
  });

  it.each([429, 503])("of %i may ask for time", (status) => {
    expect(judge(status, { "retry-after": "120" })).toMatchObject({ kind: "failed", retryAfterMs: 120_000 });
  });

  it.each([400, 401, 404, 500, 502])("of %i is a failure at our own pace", (status) => {
    expect(judge(status, { "retry-after": "120" })).toEqual({ kind: "failed", problem: `answered ${status}`, retryAfterMs: null });
  });

  it("that never came is a failure, and so is a target that may not be called", () => {
    expect(judgeAnswer({ kind: "no_answer", problem: "no answer within 7 s", isTimeout: true })).toMatchObject({
      kind: "failed",
      problem: "no answer within 7 s",
    });
    expect(judgeAnswer({ kind: "refused_target", problem: "leads to a private address" })).toMatchObject({
      kind: "failed",
      problem: "leads to a private address",
    });
  });

  it("of any number is one thing or the other", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), (status) => {
        expect(judge(status).kind === "accepted").toBe(status >= 200 && status <= 299);
      }),
    );
  });
});
