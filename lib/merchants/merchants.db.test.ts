import { expect, it } from "vitest";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { findMerchantBySlug, findMerchantForHost, loadDefaultMerchant } from "./find-merchant.ts";
import { listMerchants } from "./list-merchants.ts";
import { upsertMerchant } from "./upsert-merchant.ts";

const BRAND = { version: 1, name: "Fern & Co", colors: { brand: "#1f5c46" } } as const;

describeOnEveryEngine("merchants", (open) => {
  const slugFor = async (test: TestDatabase, host: string | null) => (await findMerchantForHost(test, host)).slug;

  it("are one from the start, so that every page has a brand", async () => {
    const test = await open();
    expect(await loadDefaultMerchant(test)).toMatchObject({ slug: "default", isDefault: true });
  });

  it("are found by their own host, by their slug under the platform's domain, else by default", async () => {
    const test = await open();
    const ctx = { ...test, config: { ...test.config, platformDomain: "track.example.com" } };
    await createMerchant(test, "fern", { hosts: ["parcels.fern.example"] });
    await createMerchant(test, "night");
    expect(await slugFor(ctx, "Parcels.Fern.Example:443")).toBe("fern");
    expect(await slugFor(ctx, "fern.track.example.com")).toBe("fern");
    expect(await slugFor(ctx, "night.track.example.com.")).toBe("night");
    expect(await slugFor(ctx, "track.example.com")).toBe("default");
    expect(await slugFor(ctx, "nobody.track.example.com")).toBe("default");
    expect(await slugFor(ctx, "parcels.fern.example.evil.example")).toBe("default");
    expect(await slugFor(ctx, "not a host")).toBe("default");
    expect(await slugFor(ctx, null)).toBe("default");
  });

  it("belong to the owner of a host even where another's slug would fit", async () => {
    const test = await open();
    const ctx = { ...test, config: { ...test.config, platformDomain: "track.example.com" } };
    await createMerchant(test, "night");
    await createMerchant(test, "fern", { hosts: ["night.track.example.com"] });
    expect(await slugFor(ctx, "night.track.example.com")).toBe("fern");
  });

  it("count their brand's version up when it changes, and only then", async () => {
    const test = await open();
    const save = async (name: string) => (await createMerchant(test, "fern", { brand: { ...BRAND, name } })).brandVersion;
    expect(await save("Fern")).toBe(1);
    expect(await save("Fern")).toBe(1);
    expect(await save("Fern & Co")).toBe(2);
    expect((await findMerchantBySlug(test, "fern"))?.brand.name).toBe("Fern & Co");
  });

  it("hand the default on: there is always exactly one", async () => {
    const test = await open();
    await createMerchant(test, "fern", { isDefault: true });
    await createMerchant(test, "night", { isDefault: true });
    await createMerchant(test, "night");
    expect((await listMerchants(test)).filter((merchant) => merchant.isDefault).map((merchant) => merchant.slug)).toEqual(["night"]);
  });

  it("cannot take each other's hosts", async () => {
    const test = await open();
    await createMerchant(test, "fern", { hosts: ["parcels.fern.example"] });
    const outcome = await upsertMerchant(test, { slug: "night", brand: BRAND, hosts: ["PARCELS.fern.example"] });
    expect(outcome).toEqual({ kind: "hosts_taken", hosts: ["parcels.fern.example"] });
    expect(await findMerchantBySlug(test, "night")).toBeNull();
  });

  it("keep their hosts when saved without any, and replace them when saved with some", async () => {
    const test = await open();
    const hostsOfFern = async () => (await listMerchants(test)).find((merchant) => merchant.slug === "fern")?.hosts;
    await createMerchant(test, "fern", { hosts: ["b.example", "a.example"] });
    await createMerchant(test, "fern");
    expect(await hostsOfFern()).toEqual(["a.example", "b.example"]);
    await createMerchant(test, "fern", { hosts: ["c.example"] });
    expect(await hostsOfFern()).toEqual(["c.example"]);
  });

  it("are told everything that is wrong with their brand at once", async () => {
    const test = await open();
    const outcome = await upsertMerchant(test, {
      slug: "Fern & Co",
      brand: { ...BRAND, colors: { brand: "greenish" }, footerText: "" },
      hosts: ["https://fern.example"],
    });
    expect(outcome.kind).toBe("invalid");
    if (outcome.kind === "invalid") {
      expect(outcome.issues.map((issue) => issue.path).sort()).toEqual(["brand.colors.brand", "brand.footerText", "hosts", "slug"]);
    }
    expect(await listMerchants(test)).toHaveLength(1);
  });

  it("keep a page even when their stored brand is corrupt", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    await test.db.kysely.updateTable("merchants").set({ brand: '{"version":1,"name"' }).where("slug", "=", "fern").execute();
    expect((await findMerchantBySlug(test, "fern"))?.brand.colors.brand).toMatch(/^#/);
  });
});
