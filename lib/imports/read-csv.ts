import Papa from "papaparse";

export interface CsvRow {
  /** As a spreadsheet counts, from 1; a line break inside a cell does not end its row. */
  number: number;
  cells: string[];
}

export type CsvPart =
  | { kind: "rows"; rows: CsvRow[] }
  /** Nothing follows. `problem` is for the person who chose the file. */
  | { kind: "broken"; problem: string };

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** The head of the table and empty rows among them. */
const MOST_ROWS = 100_001;
/** No row of parcels is as long: a quote has been left open, and the rest of the file is in one cell. */
const LONGEST_ROW = 64 * 1024;

/** Reads a table part by part; rows without any text are counted, and left out. */
export function* readCsv(parts: Iterable<string>): Generator<CsvPart> {
  let delimiter: string | null = null;
  let text = "";
  let count = 0;
  const take = (taken: readonly ParsedRow[]): CsvPart => {
    const rows = taken.map(({ cells }) => ({ number: ++count, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
    return { kind: "rows", rows };
  };
  for (const part of parts) {
    text += part;
    if (delimiter === null) {
      const named = /^"?sep=(.)"?\n/.exec(text);
      if (named) [text, count] = [text.slice(named[0].length), 1];
      delimiter = named?.[1] ?? guessDelimiter(text);
    }
    const { rows, rest } = parseWholeRows(text, delimiter);
    if (count + rows.length > MOST_ROWS) return yield { kind: "broken", problem: TOO_MANY };
    yield take(rows);
    text = rest;
    if (text.length > LONGEST_ROW) return yield { kind: "broken", problem: endless(count + 1) };
  }
  const last = parseRows(text, delimiter ?? ",");
  const open = last.findIndex(({ isOpen }) => isOpen);
  if (open >= 0) return yield { kind: "broken", problem: endless(count + open + 1) };
  if (count + last.length > MOST_ROWS + 1) return yield { kind: "broken", problem: TOO_MANY };
  yield take(last);
}

const TOO_MANY = "The file has more than 100,000 rows. Split it, and import one part after the other.";

const endless = (row: number) =>
  `Row ${row} has no end: a quote (") is left open in it, or it is longer than any row of parcels. Mend it, then choose the file again.`;

interface ParsedRow {
  cells: string[];
  /** Where the next one begins. */
  end: number;
  /** Ends inside a quoted cell. */
  isOpen: boolean;
}

/** The last row of a part may go on in the next. */
function parseWholeRows(text: string, delimiter: string): { rows: ParsedRow[]; rest: string } {
  const rows = parseRows(text, delimiter).slice(0, -1);
  return { rows, rest: text.slice(rows.at(-1)?.end ?? 0) };
}

function parseRows(text: string, delimiter: string): ParsedRow[] {
  const rows: ParsedRow[] = [];
  Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    step: ({ data, meta, errors }) => {
      rows.push({ cells: data, end: meta.cursor, isOpen: errors.some(({ code }) => code === "MissingQuotes") });
    },
  });
  return rows;
}

/** The one that the head of the table has most of, outside quotes. */
function guessDelimiter(text: string): string {
  const head =
    text
      .trimStart()
      .slice(0, LONGEST_ROW)
      .replace(/"[^"]*"/g, "")
      .split("\n", 1)[0] ?? "";
  const countOf = (delimiter: string) => head.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (countOf(each) > countOf(best) ? each : best));
}
