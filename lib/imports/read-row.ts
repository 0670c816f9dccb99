import { carrierFor, findCarrier } from "#lib/carriers/catalog.ts";
import { readEmailAddress } from "#lib/contracts/email-address.ts";
import { plainText } from "#lib/contracts/plain-text.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { identifyParcel, type ParcelNotIdentified } from "#lib/shipments/identify-parcel.ts";
import type { ParcelIdentity } from "#lib/shipments/new-tracker-row.ts";
import type { ItemReport, Mode } from "#lib/tracking/snapshot.ts";
import type { ImportField } from "./import-fields.ts";
import type { ImportPlan } from "./import-plan.ts";
import { readDate } from "./read-date.ts";

/** The order a row's parcel belongs to; null is what the row leaves out. */
export interface RowOrder {
  externalId: string;
  placedAt: Instant | null;
  customerEmail: string | null;
  /** What of it is in this parcel. */
  items: ItemReport[];
}

export type RowReading =
  | { kind: "parcel"; parcel: ParcelIdentity; order: RowOrder | null }
  /** `problem` says what is wrong and what to do, to the person who made the file. */
  | { kind: "failed"; problem: string };

/** Reads one row of a file by its plan. */
export function readRow(
  cells: readonly string[],
  { plan, width, mode }: { plan: ImportPlan /** How many columns the file's head has. */; width: number; mode: Mode },
): RowReading {
  if (cells.slice(width).some((cell) => cell.trim() !== ""))
    return failed("The row has more cells than the table has columns: is a quote missing?");
  const cellOf = (field: ImportField) => {
    const column = plan.columns[field];
    return column === null ? "" : unwrap(cells[column] ?? "");
  };
  const parcel = readParcel(cellOf, { carrier: plan.carrier, mode });
  if (parcel.kind === "failed") return parcel;
  const order = readOrder(cellOf, plan);
  return order.kind === "failed" ? order : { ...parcel, order: order.order };
}

type CellOf = (field: ImportField) => string;

const failed = (problem: string) => ({ kind: "failed", problem }) as const;

/** Spreadsheets keep digits as text behind an apostrophe, or as the formula `="0042"`. */
function unwrap(cell: string): string {
  const text = cell.trim();
  return (/^="(.*)"$/s.exec(text)?.[1] ?? text.replace(/^'/, "")).trim();
}

/** `9.4E+21`, or twenty digits and more that end in as many zeros as Excel puts for those it forgets. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i;
const CUT_OFF = /^\d{15}0{5,}$/;

function readParcel(
  cellOf: CellOf,
  { carrier: fallback, mode }: Pick<ImportPlan, "carrier"> & { mode: Mode },
): { kind: "parcel"; parcel: ParcelIdentity } | { kind: "failed"; problem: string } {
  const text = cellOf("trackingNumber");
  if (text === "") return failed("The tracking number is missing.");
  if (ROUNDED.test(text) || CUT_OFF.test(text)) {
    return failed(
      `A spreadsheet has rounded this number to ${text}, and its last digits are gone. Make the column “Text” before the numbers get in, and export again.`,
    );
  }
  const word = cellOf("carrier");
  const named = word === "" ? null : (carrierFor(word)?.slug ?? null);
  const detected = identifyParcel({ mode, carrier: named, trackingNumber: text });
  const parcel =
    detected.kind === "parcel" || fallback === null ? detected : identifyParcel({ mode, carrier: fallback, trackingNumber: text });
  if (parcel.kind === "parcel") {
    const { carrier, trackingNumber } = parcel;
    return { kind: "parcel", parcel: { mode, carrier, trackingNumber } };
  }
  const unknown = word !== "" && named === null ? `“${cut(word)}” is no carrier we know. ` : "";
  return failed(`${unknown}${describeDoubt(parcel)}`);
}

function describeDoubt(doubt: ParcelNotIdentified): string {
  switch (doubt.kind) {
    case "number_malformed":
      return "This is no tracking number: it needs 4 to 40 letters and digits.";
    case "carrier_ambiguous":
      return `The number could be of ${listOf(doubt.candidates)}: name the carrier in its row.`;
    case "carrier_undetected": {
      const hints = doubt.nearMisses.map(({ carrier, reason }) => ` For ${nameOf(carrier)}: ${reason}`);
      const advice = hints.length > 0 ? " Mend it, or name its carrier in the row." : " Name its carrier in the row.";
      return `No carrier’s numbers look like this one.${hints.join("")}${advice}`;
    }
  }
}

const nameOf = (slug: string) => findCarrier(slug)?.shortName ?? slug;
const listOf = (slugs: readonly string[]) => new Intl.ListFormat("en", { type: "disjunction" }).format(slugs.map(nameOf));
const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

type OrderReading = { kind: "order"; order: RowOrder | null } | { kind: "failed"; problem: string };

function readOrder(cellOf: CellOf, { dateOrder }: Pick<ImportPlan, "dateOrder">): OrderReading {
  const externalId = cellOf("orderNumber");
  const [email, orderedAt] = [cellOf("customerEmail"), cellOf("orderedAt")];
  const items = readItems(cellOf);
  if (items.kind === "failed") return items;
  if (externalId === "") {
    if (email === "" && items.items.length === 0) return { kind: "order", order: null };
    return failed("The order number is missing: e-mail address and items are kept with an order.");
  }
  if (!plainText(200).safeParse(externalId).success) return failed("The order number is too long, or has characters that no number has.");
  const customerEmail = readEmailAddress(email);
  if (email !== "" && customerEmail === null) return failed(`“${cut(email)}” is no e-mail address.`);
  const placedAt = orderedAt === "" ? null : readDate(orderedAt, dateOrder);
  if (orderedAt !== "" && placedAt === null) return failed(`“${cut(orderedAt)}” is no date that we can read: write it like 2026-02-27.`);
  return { kind: "order", order: { externalId, placedAt, customerEmail, items: items.items } };
}

const MOST_OF_AN_ITEM = 1_000_000;

function readItems(cellOf: CellOf): { kind: "items"; items: ItemReport[] } | { kind: "failed"; problem: string } {
  const [title, sku] = [cellOf("itemTitle"), cellOf("itemSku")];
  if (title === "" && sku === "") return { kind: "items", items: [] };
  if (!plainText(200).safeParse(title).success)
    return failed("The item’s name is longer than 200 characters, or has characters that no name has.");
  if (!plainText(120).safeParse(sku).success)
    return failed("The item’s SKU is longer than 120 characters, or has characters that no SKU has.");
  const quantity = readQuantity(cellOf("itemQuantity"));
  if (quantity === null) return failed(`“${cut(cellOf("itemQuantity"))}” is no quantity: write a whole number.`);
  return { kind: "items", items: [{ orderItemId: sku || title.slice(0, 120), title: title || null, sku: sku || null, quantity }] };
}

function readQuantity(text: string): number | null {
  if (text === "") return 1;
  const digits = /^(\d{1,7})(?:[.,]0+)?$/.exec(text)?.[1];
  const quantity = Number(digits);
  return digits !== undefined && quantity >= 1 && quantity <= MOST_OF_AN_ITEM ? quantity : null;
}
