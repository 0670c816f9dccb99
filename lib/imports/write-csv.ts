/** What lets spreadsheets read UTF-8 as UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Spreadsheets take such beginnings for a formula, and would run what a stranger wrote. */
const FORMULA = /^[=+\-@\t\r]/;
const SPECIAL = /[",\r\n]/;

/** One row of a CSV file, safe to open in a spreadsheet; an apostrophe in front says "this is text". */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string | number | null): string {
  const text = String(value ?? "");
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return SPECIAL.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
