import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./read-csv.ts";
import { csvLine } from "./write-csv.ts";

const cellsOf = (text: string) =>
  [...readCsv([text.replaceAll("\r\n", "\n")])].flatMap((part) => (part.kind === "rows" ? part.rows.map(({ cells }) => cells) : []));

describe("a row of a CSV file", () => {
  it("quotes what needs it, and leaves out what is not known", () => {
    expect(csvLine(["usps", 2, null, 'say "hi", you', "two\r\nlines"])).toBe('usps,2,,"say ""hi"", you","two\r\nlines"\r\n');
  });

  it.each(["=1+1", "+49 170", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("http://evil.example")'])("is run by no spreadsheet: %j", (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/);
  });

  it("is read back as it was written, but for the apostrophe that disarms a formula", () => {
    const cell = fc.string({ unit: "grapheme" }).map((text) => text.replace(/\r\n?/g, "\n"));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells) => {
        const [row = []] = cellsOf(csvLine(["x", ...cells]));
        expect(row.slice(1).map((text) => text.replace(/^'(?=[=+\-@\t\r])/, ""))).toEqual(
          cells.map((text) => text.replace(/^'(?=[=+\-@\t\r])/, "")),
        );
      }),
    );
  });
});
