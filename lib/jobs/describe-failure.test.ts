import { describe, expect, it } from "vitest";
import { AppError } from "#lib/shared/errors.ts";
import { describeFailure } from "./describe-failure.ts";

const SECRET = "hunter2";

function parse(text: string): unknown {
  return JSON.parse(text);
}

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe("what is said of a job that failed", () => {
  it("is our own word for what we foresaw", () => {
    expect(describeFailure(new AppError("database_unavailable", { message: "The disk is full." }))).toBe(
      "database_unavailable: The disk is full.",
    );
  });

  it("names the fault and where it happened", () => {
    const problem = describeFailure(caught(() => (undefined as unknown as string).length));
    expect(problem).toMatch(
      /^TypeError: Cannot read properties of undefined \(reading 'length'\) < .*describe-failure\.test\.ts:\d+ < caught describe-failure\.test\.ts:\d+/,
    );
  });

  it("holds the code of what a database or a socket refused", () => {
    expect(describeFailure(Object.assign(new Error("x"), { code: "ECONNREFUSED" }))).toMatch(/^Error \(ECONNREFUSED\) < /);
  });

  it("quotes nothing that may be a secret, and no folder of the machine", () => {
    const faults = [new Error(`https://me:${SECRET}@example.com`), caught(() => parse(SECRET)), SECRET, { token: SECRET }, null];
    for (const fault of faults) {
      expect(describeFailure(fault)).not.toContain(SECRET);
      expect(describeFailure(fault)).not.toContain("/");
    }
  });
});
