import { describe, expect, it } from "vitest";
import { findPasswordIssues } from "./find-password-issues.ts";

const PERSON = ["Mia Thornbury", "mia@fern.example", "Fern & Fable"];

describe("a new password", () => {
  it.each([
    "seven quiet herons waded",
    "turquoise-walnut-ferry-42",
    "vT9#kq2!mZx7Lp",
    "отличный длинный пароль",
    "長いパスワードを使います",
  ])("may be %s", async (password) => {
    expect(await findPasswordIssues(password, PERSON)).toEqual([]);
  });

  it.each([
    ["short1!", /at least 10 characters/],
    ["passwordpassword", /too easy to guess/],
    ["qwertyuiop123", /too easy to guess/],
    ["miathornbury1", /too easy to guess/],
    ["Fern&Fable2026", /too easy to guess/],
    ["mia@fern.example", /too easy to guess/],
    ["aaaaaaaaaaaaaaaa", /too easy to guess/],
    ["20260301", /at least 10/],
    ["x".repeat(129), /at most 128/],
  ])("may not be %s, and says what would help", async (password, problem) => {
    const issues = await findPasswordIssues(password, PERSON);
    expect(issues).toEqual([{ path: "password", message: expect.stringMatching(problem) }]);
  });
});
