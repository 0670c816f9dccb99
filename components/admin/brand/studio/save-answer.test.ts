import { describe, expect, it } from "vitest";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { eventOfSave, type SaveAnswer, toDraft, UNREACHABLE } from "./save-answer.ts";

const published = { version: 2, brand: DEFAULT_BRAND };

describe("what the server answers to saving", () => {
  it("is that it is saved, or how things stand instead", () => {
    expect(eventOfSave({ kind: "done", value: { kind: "saved", revision: 8 } })).toEqual({ kind: "saved", revision: 8 });
    const draft = { revision: 9, brand: { name: "Theirs" }, updatedBy: "Ada", published };
    expect(eventOfSave({ kind: "done", value: { kind: "conflict", draft } })).toEqual({
      kind: "overtaken",
      by: { draft: { name: "Theirs" }, revision: 9, updatedBy: "Ada", published },
    });
  });

  it.each<[string, SaveAnswer, boolean]>([
    ["a broken connection", UNREACHABLE, true],
    ["a fault of ours", { kind: "failed", message: "Something went wrong" }, true],
    ["too many at once", { kind: "refused", reason: "too_many", message: "Wait a little" }, true],
    ["a session that ended", { kind: "refused", reason: "signed_out", message: "You are signed out" }, false],
    ["a draft too large", { kind: "invalid", issues: [{ path: "brand", message: "is more than a brand can hold" }] }, false],
  ])("says of %s whether the same again may help", (_, answer, mayHelp) => {
    expect(eventOfSave(answer)).toMatchObject({ kind: "save_failed", mayHelp });
  });

  it("is taken as an empty draft where it is none", () => {
    expect([toDraft(null), toDraft([1]), toDraft("x")]).toEqual([{}, {}, {}]);
  });
});
