import { describe, expect, it } from "vitest";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import type { Draft } from "./draft.ts";
import { isUnsaved, openStudio, reduceStudio, type StudioEvent, type StudioState, wantsSaving } from "./studio-state.ts";

const published = { version: 3, brand: { ...DEFAULT_BRAND, name: "Fern & Fable" } };
const first: Draft = { name: "Fern & Fable" };
const drafts = Object.fromEntries(["A", "B", "AB", "Mine"].map((name): [string, Draft] => [name, { name }]));
const named = (name: string): Draft => drafts[name] ?? { name };
const opened = openStudio({ saved: { draft: first, revision: 7 }, published });
const later = (state: StudioState, ...events: StudioEvent[]) => events.reduce(reduceStudio, state);
const typed = (name: string, atMs: number, field: string | null = "name"): StudioEvent => ({
  kind: "edited",
  change: () => named(name),
  field,
  atMs,
});
const nameIn = ({ draft }: StudioState) => draft.name;
const undone: StudioEvent = { kind: "undone" };
const redone: StudioEvent = { kind: "redone" };
const began = (name: string): StudioEvent => ({ kind: "save_began", draft: named(name) });
const saved = (revision: number): StudioEvent => ({ kind: "saved", revision });
const failed: StudioEvent = { kind: "save_failed", message: "No connection", mayHelp: true };
const theirs = { draft: named("Theirs"), revision: 9, updatedBy: "Ada", published };

describe("taking back", () => {
  it("takes a word back at once, and not letter by letter", () => {
    const state = later(opened, typed("F", 0), typed("Fe", 400), typed("Fer", 900), undone);
    expect(nameIn(state)).toBe("Fern & Fable");
    expect(nameIn(reduceStudio(state, redone))).toBe("Fer");
  });

  it("begins a new step after a pause, and in another field", () => {
    const paused = later(opened, typed("One", 0), typed("One two", 1500), undone);
    expect(nameIn(paused)).toBe("One");
    const elsewhere = later(opened, typed("One", 0), typed("Two", 100, "footerText"), undone);
    expect(nameIn(elsewhere)).toBe("One");
  });

  it("takes what is done at once, such as an import, back as one step", () => {
    expect(nameIn(later(opened, typed("A", 0, null), typed("B", 1, null), undone))).toBe("A");
  });

  it("goes as far back as the beginning, and no further", () => {
    const state = later(opened, typed("A", 0, null), undone, undone, undone);
    expect(nameIn(state)).toBe("Fern & Fable");
    expect(state.past).toEqual([]);
  });

  it("forgets what was taken back once something new is typed", () => {
    const state = later(opened, typed("A", 0, null), undone, typed("B", 5, null), redone);
    expect(nameIn(state)).toBe("B");
  });

  it("does not take a step for typing what is there already", () => {
    expect(later(opened, { kind: "edited", change: (draft) => draft, field: "name", atMs: 0 }).past).toEqual([]);
  });

  it("starts a step of its own after taking back, however fast the typing", () => {
    const state = later(opened, typed("A", 0), typed("AB", 2000), undone, typed("AC", 2100), undone);
    expect(nameIn(state)).toBe("A");
  });
});

describe("saving", () => {
  it("is wanted once something differs from what the server holds, and no more after taking it back", () => {
    expect(wantsSaving(opened)).toBe(false);
    const changed = later(opened, typed("A", 0));
    expect(wantsSaving(changed)).toBe(true);
    expect(isUnsaved(later(changed, undone))).toBe(false);
  });

  it("goes on one at a time, and saves what was typed meanwhile next", () => {
    const underWay = later(opened, typed("A", 0), began("A"), typed("B", 5000));
    expect(wantsSaving(underWay)).toBe(false);
    const ended = later(underWay, saved(8));
    expect(ended.saved).toEqual({ draft: named("A"), revision: 8 });
    expect([nameIn(ended), wantsSaving(ended)]).toEqual(["B", true]);
  });

  it("is tried again after a broken connection, counting the failures", () => {
    const twice = later(opened, typed("A", 0), began("A"), failed, began("A"), failed);
    expect(twice.saving).toMatchObject({ kind: "failed", message: "No connection", failures: 2 });
    expect(wantsSaving(twice)).toBe(true);
    expect(later(twice, began("A"), saved(8)).saving).toEqual({ kind: "idle" });
  });

  it("is not tried again with what was refused for good, but with what was changed since", () => {
    const refused = later(opened, typed("A", 0), began("A"), { kind: "save_failed", message: "Too much", mayHelp: false });
    expect(wantsSaving(refused)).toBe(false);
    expect(wantsSaving(later(refused, typed("B", 5000)))).toBe(true);
  });
});

describe("somebody else at the same brand", () => {
  const overtaken = later(opened, typed("Mine", 0), began("Mine"), { kind: "overtaken", by: theirs });

  it("stops saving until it is settled whose draft stays, and loses nothing typed meanwhile", () => {
    expect(wantsSaving(overtaken)).toBe(false);
    expect(nameIn(later(overtaken, typed("Mine, too", 5000)))).toBe("Mine, too");
  });

  it("lets me keep mine, which is then saved over theirs knowingly", () => {
    const state = later(overtaken, { kind: "kept_mine" });
    expect([nameIn(state), state.saved.revision, wantsSaving(state)]).toEqual(["Mine", 9, true]);
  });

  it("does not ask where nothing of mine is unsaved, and lets me take it back", () => {
    const state = later(opened, { kind: "overtaken", by: theirs });
    expect([nameIn(state), state.conflict, wantsSaving(state), state.saved.revision]).toEqual(["Theirs", null, false, 9]);
    expect(nameIn(later(state, undone))).toBe("Fern & Fable");
  });

  it("lets me take theirs, and take that back", () => {
    const state = later(overtaken, { kind: "took_theirs" });
    expect([nameIn(state), wantsSaving(state)]).toEqual(["Theirs", false]);
    expect(nameIn(later(state, undone))).toBe("Mine");
  });
});

describe("somebody who only published", () => {
  const by = { draft: named("A"), revision: 12, updatedBy: null, published: { ...published, version: 4 } };
  const mine = later(opened, typed("A", 0), began("A"), saved(8), typed("AB", 5000), began("AB"), { kind: "overtaken", by });

  it("asks me nothing: my draft is saved on top of what is published now", () => {
    expect([mine.conflict, nameIn(mine), mine.saved.revision, mine.published.version, wantsSaving(mine)]).toEqual([
      null,
      "AB",
      12,
      4,
      true,
    ]);
  });
});

describe("publishing and discarding", () => {
  it("leaves a published draft on the screen as saved", () => {
    const mine = later(opened, typed("A", 0), began("A"), saved(8));
    const state = later(mine, { kind: "settled", kept: { draft: mine.draft, revision: 9 }, published: { ...published, version: 4 } });
    expect([nameIn(state), isUnsaved(state), state.past.length, state.published.version]).toEqual(["A", false, 1, 4]);
  });

  it("brings back what is published when a draft is discarded, and the draft when that is taken back", () => {
    const state = later(opened, typed("A", 0), began("A"), saved(8), { kind: "settled", kept: { draft: first, revision: 9 }, published });
    expect(nameIn(state)).toBe("Fern & Fable");
    const back = later(state, undone);
    expect([nameIn(back), wantsSaving(back)]).toEqual(["A", true]);
  });
});
