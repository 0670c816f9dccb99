import fc from "fast-check";
import { expect, it } from "vitest";
import { anyBrand } from "#lib/branding/brand.testing.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { openStudio, type Studio } from "./studio.testing.ts";

/** Whatever somebody may do to a brand, by whatever way. */
const anyStep = fc.oneof(
  fc.record({ kind: fc.constant("type" as const), brand: fc.oneof(anyBrand, fc.jsonValue()) }),
  fc.record({ kind: fc.constantFrom("publish", "discard", "publish twice") }),
  fc.record({ kind: fc.constant("restore" as const), version: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant("upsert" as const), brand: anyBrand }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

async function take(test: TestDatabase, studio: Studio, slug: string, step: Step): Promise<void> {
  switch (step.kind) {
    case "type":
      await studio.type(step.brand);
      break;
    case "publish":
      await studio.publishNow();
      break;
    case "publish twice": {
      const { revision } = await studio.load();
      await Promise.all([studio.publish(revision), studio.publish(revision)]);
      break;
    }
    case "discard":
      await studio.discard();
      break;
    case "restore":
      await studio.restore(step.version);
      break;
    case "upsert":
      await createMerchant(test, slug, { brand: step.brand });
  }
}

describeOnEveryEngine("a brand's history", (open) => {
  it("has no gaps, never changes, and ends with what pages show, whatever is done", async () => {
    const test = await open();
    let shops = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 10 }), async (steps) => {
        shops += 1;
        const slug = `shop-${shops}`;
        const studio = await openStudio(test, slug);
        let before = await studio.versions();
        for (const step of steps) {
          await take(test, studio, slug, step);
          const versions = await studio.versions();
          expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => versions.length - index));
          expect(versions[0]?.brand).toEqual(await studio.shown());
          expect(versions.filter(({ isCurrent }) => isCurrent)).toEqual(versions.slice(0, 1));
          const older = (each: (typeof versions)[number]) => ({ ...each, isCurrent: false });
          expect(versions.slice(versions.length - before.length).map(older)).toEqual(before.map(older));
          before = versions;
        }
      }),
      { numRuns: 20 },
    );
  });
});
