import { describe, expect, it } from "vitest";
import { guessColumns, IMPORT_FIELDS, isHeadless } from "./import-fields.ts";
import { guessDateOrder, readDate } from "./read-date.ts";

const found = (headers: string[], samples: string[][] = []) =>
  Object.fromEntries(Object.entries(guessColumns(headers, samples)).filter(([, column]) => column !== null));

describe("what the columns of a file are", () => {
  it.each([
    [["Order", "Carrier", "Tracking Number"], { orderNumber: 0, carrier: 1, trackingNumber: 2 }],
    [["Sendungsnummer", "Bestell-Nr.", "E-Mail-Adresse"], { trackingNumber: 0, orderNumber: 1, customerEmail: 2 }],
    [["N° de commande", "NUMÉRO DE SUIVI", "Transporteur"], { orderNumber: 0, trackingNumber: 1, carrier: 2 }],
    [["número de guía", "Fecha de pedido", "Cantidad", "SKU"], { trackingNumber: 0, orderedAt: 1, itemQuantity: 2, itemSku: 3 }],
    [["追跡番号", "注文番号", "メールアドレス"], { trackingNumber: 0, orderNumber: 1, customerEmail: 2 }],
    [
      ["order_id", "tracking_number", "Lineitem name", "Lineitem quantity"],
      { orderNumber: 0, trackingNumber: 1, itemTitle: 2, itemQuantity: 3 },
    ],
  ])("is known by the names %j", (headers, columns) => {
    expect(found(headers)).toEqual(columns);
  });

  it("shows in what stands in them where their names say nothing", () => {
    const rows = [
      ["2026-02-27", "94001001093611292783 57", "mia@shopper.example"],
      ["2026-02-28", "", "noor@shopper.example"],
      ["2026-02-28", "1Z999AA10123456784", ""],
    ];
    expect(found(["x", "y", "z"], rows)).toEqual({ trackingNumber: 1, customerEmail: 2 });
  });

  it("is open where nothing tells", () => {
    expect(found(["a", "b"], [["12345678", "hello"]])).toEqual({});
  });

  it("is taken from the first of two alike", () => {
    expect(found(["Tracking", "Tracking number"])).toEqual({ trackingNumber: 0 });
  });

  it("has no word that means two things", () => {
    const words = Object.values(IMPORT_FIELDS).flatMap(({ words: lines }) => lines.flatMap((line) => line.split(", ")));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it("is a parcel's from the first row on in a table without a head", () => {
    expect(isHeadless(["9400100109361129278357", "usps"])).toBe(true);
    expect(isHeadless(["Tracking number", "Carrier"])).toBe(false);
    expect(isHeadless(["Nummer", "Dienst"])).toBe(false);
  });
});

describe("a date in a cell", () => {
  it.each([
    ["2026-02-27", "2026-02-27T00:00:00Z"],
    ["2026/02/27 15:11", "2026-02-27T15:11:00Z"],
    ["2026-02-27T15:11:50+01:00", "2026-02-27T14:11:50Z"],
    ["27.02.2026", "2026-02-27T00:00:00Z"],
    ["3/4/2026 9:05", "2026-04-03T09:05:00Z"],
    ["31/02/2026", null],
    ["yesterday", null],
    ["", null],
  ])("is read: %s", (text, instant) => {
    expect(readDate(text, "day_first")).toBe(instant);
  });

  it("may have its month first, which shows where a day is no month", () => {
    expect(readDate("3/4/2026", "month_first")).toBe("2026-03-04T00:00:00Z");
    expect(guessDateOrder(["3/4/2026", "3/24/2026"])).toBe("month_first");
    expect(guessDateOrder(["3/4/2026", "24/3/2026"])).toBe("day_first");
    expect(guessDateOrder(["03.04.2026", "2026-03-24", ""])).toBe("day_first");
  });
});
