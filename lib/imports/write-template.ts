import { IMPORT_FIELDS } from "./import-fields.ts";
import { BYTE_ORDER_MARK, csvLine } from "./write-csv.ts";

/** Two parcels of one order, and one without. */
const EXAMPLES = [
  ["9400100109361129278357", "usps", "#1001", "mia@shopper.example", "2026-02-27", "Linen shirt", "LS-M", 2],
  ["1Z999AA10123456784", "", "#1001", "", "", "Mug", "MUG", 1],
  ["00340434161094042557", "dhl_germany", "", "", "", "", "", ""],
];

/** A table to fill in: every column there can be, by the name it is known by, and what may stand in it. */
export async function* writeTemplate(): AsyncIterable<string> {
  const head = Object.values(IMPORT_FIELDS).map(({ label }) => label);
  yield BYTE_ORDER_MARK + [head, ...EXAMPLES].map(csvLine).join("");
}
