import { describe, expect, it } from "vitest";
import { findCarrier } from "#lib/carriers/catalog.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { importPlanSchema } from "./import-plan.ts";
import { readRow } from "./read-row.ts";

const PLAN = importPlanSchema.parse({
  columns: {
    trackingNumber: 0,
    carrier: 1,
    orderNumber: 2,
    customerEmail: 3,
    orderedAt: 4,
    itemTitle: 5,
    itemSku: 6,
    itemQuantity: 7,
  },
  carrier: null,
  dateOrder: "day_first",
});

function read(cells: string, { carrier = null, mode = "production" }: { carrier?: string | null; mode?: Mode } = {}) {
  const plan = { ...PLAN, carrier: carrier === null ? null : (findCarrier(carrier)?.slug ?? null) };
  return readRow(cells.split("|"), { plan, width: 8, mode });
}

const USPS = "9400100109361129278357";

describe("a row of a file", () => {
  it("is a parcel with its order", () => {
    expect(read(`'9400 1001 0936 1129 2783 57| USPS |#1001|Mia@Shopper.example|27.02.2026|Mug|MUG-1|2`)).toEqual({
      kind: "parcel",
      parcel: { mode: "production", carrier: "usps", trackingNumber: USPS },
      order: {
        externalId: "#1001",
        placedAt: "2026-02-27T00:00:00Z",
        customerEmail: "Mia@Shopper.example",
        items: [{ orderItemId: "MUG-1", title: "Mug", sku: "MUG-1", quantity: 2 }],
      },
    });
  });

  it("is as much as it says", () => {
    expect(read(USPS)).toMatchObject({ kind: "parcel", parcel: { carrier: "usps" }, order: null });
    expect(read(`${USPS}||7||||Mug`)).toMatchObject({
      order: { externalId: "7", placedAt: null, customerEmail: null, items: [{ quantity: 1 }] },
    });
  });

  it("keeps leading zeros, however a spreadsheet was told to", () => {
    for (const cell of ["00340434161094042557", "'00340434161094042557", '="00340434161094042557"']) {
      expect(read(`${cell}|dhl`)).toMatchObject({ parcel: { trackingNumber: "00340434161094042557" } });
    }
  });

  it.each(["9.40010010936113E+21", "9,40E+21", "9E+21", "940010010936112000000", "9400100109361120000000"])(
    "is refused with advice where a spreadsheet has rounded the number: %s",
    (number) => {
      expect(read(`${number}|usps`)).toMatchObject({
        kind: "failed",
        problem: expect.stringMatching(/has rounded this number to .*“Text”/),
      });
    },
  );

  it("may leave the carrier to the number, or to what was said of all rows", () => {
    expect(read(`${USPS}|Standard shipping`)).toMatchObject({ parcel: { carrier: "usps" } });
    expect(read("ABCD1234", { carrier: "gls" })).toMatchObject({ parcel: { carrier: "gls", trackingNumber: "ABCD1234" } });
    expect(read(USPS, { carrier: "gls" })).toMatchObject({ parcel: { carrier: "usps" } });
    expect(read("EZ1000000001", { mode: "test" })).toMatchObject({ parcel: { carrier: "usps" } });
  });

  it.each([
    ["", "The tracking number is missing."],
    [`${USPS}\0`, /no tracking number/],
    ["=HYPERLINK(1)", /no tracking number/],
    ["9400100109361129278358", /look like this one\. For USPS: The last digit should be 7, not 8\. Mend it, or name/],
    ["ABCD|Owl Post", /^“Owl Post” is no carrier we know\. No carrier’s numbers look like this one/],
    [`${USPS}||1|not an address`, /“not an address” is no e-mail address/],
    [`${USPS}|||mia@shopper.example`, /order number is missing/],
    [`${USPS}||||  |Mug`, /order number is missing/],
    [`${USPS}||1||32.13.2026`, /“32.13.2026” is no date/],
    [`${USPS}||1|||Mug||half`, /“half” is no quantity/],
    [`${USPS}||1|||Mug||0`, /“0” is no quantity/],
    [`${USPS}||${"1".repeat(201)}`, /order number is too long/],
    [`${USPS}||1|||${"m".repeat(201)}`, /longer than 200/],
    [`${USPS}||||||||surplus`, /more cells than the table has columns/],
  ])("says what is wrong with it: %j", (cells, problem) => {
    expect(read(cells)).toMatchObject({ kind: "failed", problem: expect.stringMatching(problem) });
  });

  it("reads whole numbers however they are written", () => {
    const quantityOf = (text: string) => {
      const reading = read(`${USPS}||1|||Mug||${text}`);
      return reading.kind === "parcel" ? reading.order?.items[0]?.quantity : reading.problem;
    };
    expect(["2", "2.0", "2,00", "1000000"].map(quantityOf)).toEqual([2, 2, 2, 1_000_000]);
  });
});

describe("a plan", () => {
  it("needs the order's number for all that is kept with an order", () => {
    const parsed = importPlanSchema.safeParse({ ...PLAN, columns: { ...PLAN.columns, orderNumber: null } });
    expect(parsed.error?.issues).toMatchObject([
      { path: ["columns", "customerEmail"], message: expect.stringContaining("kept with an order") },
    ]);
  });

  it("needs the column with the numbers", () => {
    const parsed = importPlanSchema.safeParse({ ...PLAN, columns: { ...PLAN.columns, trackingNumber: null } });
    expect(parsed.error?.issues).toMatchObject([
      { path: ["columns", "trackingNumber"], message: "Say which column has the tracking numbers." },
    ]);
  });

  it("names no carrier that is none", () => {
    expect(importPlanSchema.safeParse({ ...PLAN, carrier: "owl_post" }).success).toBe(false);
  });
});
