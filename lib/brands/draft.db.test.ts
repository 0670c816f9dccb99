import { expect, it } from "vitest";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { listBrandVersions } from "./list-brand-versions.ts";
import { saveDraft } from "./save-draft.ts";
import { addUser, openStudio } from "./studio.testing.ts";

const GREEN = { version: 1, name: "Fern", colors: { brand: "#1f5c46" } };
const RED = { version: 1, name: "Fern", colors: { brand: "#aa2211" } };

describeOnEveryEngine("a brand in the studio", (open) => {
  it("begins as what is published, with nothing to publish", async () => {
    const studio = await openStudio(await open());
    const draft = await studio.load();
    expect(draft).toMatchObject({ issues: [], isPublished: true, updatedAt: null, published: { version: 1 } });
    expect(draft.brand).toEqual(draft.published.brand);
  });

  it("is kept as it was typed, even wrong, and shown to nobody", async () => {
    const studio = await openStudio(await open());
    const { revision } = await studio.load();
    const typed = { version: 1, name: "", colors: { brand: "gree" }, half: [1] };
    const saved = await studio.save(revision, typed);
    expect(saved).toMatchObject({ kind: "saved", revision: revision + 1 });
    const draft = await studio.load();
    expect(draft).toMatchObject({ brand: typed, revision: revision + 1, updatedBy: "Ann fern", isPublished: false });
    expect(draft.issues.map(({ path }) => path).sort()).toEqual(["colors.brand", "half", "name"]);
    expect((await studio.shown())?.name).toBe("Shop fern");
  });

  it("is not kept beyond what a brand can hold", async () => {
    const studio = await openStudio(await open());
    expect(await studio.save((await studio.load()).revision, { name: "ü".repeat(40_000) })).toEqual({ kind: "too_big" });
  });

  it("is what pages show once it is published, and a version with who, when and why", async () => {
    const test = await open();
    const studio = await openStudio(test);
    const { revision } = await studio.load();
    await studio.save(revision, GREEN);
    test.clock.advanceMinutes(1);
    expect(await studio.publish(revision + 1, "Autumn")).toMatchObject({ kind: "published", version: 2 });
    expect(await studio.shown()).toMatchObject({ name: "Fern", colors: { brand: "#1f5c46" } });
    expect(await studio.versions()).toMatchObject([
      { version: 2, note: "Autumn", publishedBy: "Ann fern", publishedAt: test.clock.now(), isCurrent: true, restoredFrom: null },
      { version: 1, note: null, publishedBy: null, isCurrent: false },
    ]);
    expect(await studio.load()).toMatchObject({ isPublished: true, published: { version: 2 } });
  });

  it("goes on from the revision that publishing answered", async () => {
    const studio = await openStudio(await open());
    const { revision } = await studio.load();
    await studio.save(revision, GREEN);
    const published = await studio.publish(revision + 1);
    if (published.kind !== "published") throw new Error(published.kind);
    expect((await studio.load()).revision).toBe(published.revision);
    expect(await studio.save(published.revision, RED)).toMatchObject({ kind: "saved" });
  });

  it("cannot be published while something is wrong with it", async () => {
    const studio = await openStudio(await open());
    const { revision } = await studio.load();
    await studio.save(revision, { ...GREEN, name: "" });
    expect(await studio.publish(revision + 1)).toMatchObject({ kind: "invalid", issues: [{ path: "name" }] });
    expect(await studio.versions()).toHaveLength(1);
    expect((await studio.load()).brand).toMatchObject({ name: "" });
  });

  it("makes no version of what looks the same", async () => {
    const studio = await openStudio(await open());
    const { revision, published } = await studio.load();
    expect(await studio.publish(revision)).toEqual({ kind: "unchanged", revision });
    await studio.save(revision, { ...published.brand, wording: { en: {} } });
    expect(await studio.load()).toMatchObject({ isPublished: true });
    expect(await studio.publish(revision + 1)).toEqual({ kind: "unchanged", revision: revision + 2 });
    expect(await studio.versions()).toHaveLength(1);
    expect(await studio.load()).toMatchObject({ revision: revision + 2, updatedAt: null });
  });

  it("goes back to what is published when it is discarded", async () => {
    const studio = await openStudio(await open());
    const { revision, published } = await studio.load();
    await studio.save(revision, GREEN);
    expect(await studio.discard()).toEqual({ kind: "discarded", revision: revision + 2 });
    expect(await studio.load()).toMatchObject({ brand: published.brand, isPublished: true, revision: revision + 2 });
    expect(await studio.discard()).toEqual({ kind: "unchanged", revision: revision + 2 });
  });

  it("comes back from an older version as a new one, and what is worked on stays", async () => {
    const studio = await openStudio(await open());
    const first = (await studio.load()).published.brand;
    await studio.save((await studio.load()).revision, GREEN);
    await studio.publish((await studio.load()).revision);
    await studio.save((await studio.load()).revision, RED);
    expect(await studio.restore(1)).toEqual({ kind: "restored", version: 3 });
    expect(await studio.shown()).toEqual(first);
    expect(await studio.versions()).toMatchObject([{ version: 3, restoredFrom: 1, isCurrent: true }, { version: 2 }, { version: 1 }]);
    expect(await studio.load()).toMatchObject({ brand: RED, isPublished: false, published: { version: 3 } });
  });

  it("brings back neither what nobody published nor what looks the same", async () => {
    const studio = await openStudio(await open());
    expect(await studio.restore(7)).toEqual({ kind: "not_found" });
    expect(await studio.restore(1)).toEqual({ kind: "unchanged" });
  });

  it("is listed version by version, a page at a time", async () => {
    const test = await open();
    const studio = await openStudio(test);
    for (const brand of [GREEN, RED, GREEN]) {
      await studio.save((await studio.load()).revision, brand);
      await studio.publish((await studio.load()).revision);
    }
    const page = async (beforeVersion?: number) => {
      const { versions, hasMore } = await listBrandVersions(test, {
        merchantId: studio.merchantId,
        limit: 2,
        ...(beforeVersion && { beforeVersion }),
      });
      return [versions.map(({ version }) => version), hasMore];
    };
    expect(await page()).toEqual([[4, 3], true]);
    expect(await page(3)).toEqual([[2, 1], false]);
  });
});

describeOnEveryEngine("two editors of one brand", (open) => {
  it("do not overwrite each other: who comes second is shown what the first did", async () => {
    const test = await open();
    const studio = await openStudio(test);
    const other = { merchantId: studio.merchantId, userId: await addUser(test, "Bob") };
    const { revision } = await studio.load();
    await saveDraft(test, { ...other, revision, brand: RED });
    const late = await studio.save(revision, GREEN);
    expect(late).toMatchObject({ kind: "conflict", draft: { brand: RED, updatedBy: "Bob", revision: revision + 1 } });
    expect((await studio.load()).brand).toEqual(RED);
  });

  it("save at the same moment, and one of them wins", async () => {
    const studio = await openStudio(await open());
    const { revision } = await studio.load();
    const outcomes = await Promise.all([GREEN, RED, GREEN, RED].map((brand) => studio.save(revision, brand)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["conflict", "conflict", "conflict", "saved"]);
  });

  it("publish at the same moment, and it is published once", async () => {
    const studio = await openStudio(await open());
    const { revision } = await studio.load();
    await studio.save(revision, GREEN);
    const outcomes = await Promise.all([1, 2, 3].map(() => studio.publish(revision + 1)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["conflict", "conflict", "published"]);
    expect(await studio.versions()).toHaveLength(2);
  });

  it("learn that a brand was published under them, by whatever way", async () => {
    const test = await open();
    const studio = await openStudio(test);
    const { revision } = await studio.load();
    await createMerchant(test, "fern", { brand: { ...RED, version: 1 } });
    expect(await studio.save(revision, GREEN)).toMatchObject({ kind: "conflict", draft: { brand: { colors: { brand: "#aa2211" } } } });
  });

  it("lose nothing when one saves while the other publishes", async () => {
    const studio = await openStudio(await open());
    const { revision } = await studio.load();
    await studio.save(revision, GREEN);
    const [published, saved] = await Promise.all([studio.publish(revision + 1), studio.save(revision + 1, RED)]);
    expect([published.kind, saved.kind].sort()).toEqual(published.kind === "published" ? ["conflict", "published"] : ["conflict", "saved"]);
  });
});

describeOnEveryEngine("two merchants' brands", (open) => {
  it("have drafts, versions and histories of their own", async () => {
    const test = await open();
    const fern = await openStudio(test);
    const night = await openStudio(test, "night");
    await fern.save((await fern.load()).revision, GREEN);
    expect(await night.load()).toMatchObject({ isPublished: true, brand: { name: "Shop night" } });
    await fern.publish((await fern.load()).revision);
    expect(await night.versions()).toHaveLength(1);
    expect(await night.restore(2)).toEqual({ kind: "not_found" });
    expect((await night.shown())?.name).toBe("Shop night");
    expect(await night.discard()).toMatchObject({ kind: "unchanged" });
  });
});
