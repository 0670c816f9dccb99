import { describe, expect, it } from "vitest";
import { decodeText } from "./decode-text.ts";
import { readCsv } from "./read-csv.ts";

/** The rows of a file, or what is wrong with it. */
function read(file: string | Uint8Array) {
  const decoded = decodeText(typeof file === "string" ? Buffer.from(file) : file);
  if (decoded.kind === "no_text") return decoded.problem;
  const rows: [number, ...string[]][] = [];
  for (const part of readCsv(decoded.parts())) {
    if (part.kind === "broken") return part.problem;
    for (const { number, cells } of part.rows) rows.push([number, ...cells]);
  }
  return rows;
}

const TABLE = [
  [1, "Größe", "Nº"],
  [2, "é", "2"],
];

describe("a file of parcels", () => {
  it.each([
    ["UTF-8", Buffer.from("Größe,Nº\né,2\n")],
    ["UTF-8 with a mark", Buffer.from("\ufeffGröße,Nº\né,2\n")],
    ["UTF-16 as Excel writes it", Buffer.from("\ufeffGröße\tNº\r\né\t2\r\n", "utf16le")],
    ["UTF-16 without a mark", Buffer.from("Größe,Nº\r\né,2\r\n", "utf16le")],
    ["UTF-16 the other way round", Buffer.from("\ufeffGröße,Nº\né,2\n", "utf16le").swap16()],
    ["Windows-1252", Buffer.from("Größe;Nº\r\né;2", "latin1")],
    ["old Mac lines", Buffer.from("Größe,Nº\ré,2\r")],
  ])("is read in %s", (_, bytes) => {
    expect(read(bytes)).toEqual(TABLE);
  });

  it("may be cut by commas, semicolons, tabs or bars, or say itself by what", () => {
    for (const mark of [",", ";", "\t", "|"]) expect(read(`Größe${mark}Nº\né${mark}2`)).toEqual(TABLE);
    expect(read("sep=;\r\na,b;c\r\n")).toEqual([[2, "a,b", "c"]]);
    expect(read('"Name, first";Number\n1,5;2')).toEqual([
      [1, "Name, first", "Number"],
      [2, "1,5", "2"],
    ]);
  });

  it("keeps quotes, line breaks and separators inside cells, and counts rows as a spreadsheet does", () => {
    expect(read('a,b\r\n\r\n"say ""hi""","x,\r\ny"\r\n,\r\n5" pipe,0042\r\n')).toEqual([
      [1, "a", "b"],
      [3, 'say "hi"', "x,\ny"],
      [5, '5" pipe', "0042"],
    ]);
  });

  it("is the same wherever its parts are cut", () => {
    const row = '"a\r\nb",€ü;,"x""y"\r\n';
    const rows = read(row.repeat(9000));
    expect(rows).toHaveLength(9000);
    expect(new Set((rows as [number, ...string[]][]).map(([, ...cells]) => JSON.stringify(cells)))).toEqual(
      new Set([JSON.stringify(["a\nb", "€ü;", 'x"y'])]),
    );
  });

  it("names the row in which a quote is left open", () => {
    const open = 'a,b\n1,2\n3,"4\n5,6\n';
    expect(read(open)).toMatch(/^Row 3 has no end: a quote/);
    expect(read(open + "7,8\n".repeat(50_000))).toMatch(/^Row 3 has no end/);
    expect(read('a,b\n1,"2"x,3\n')).toMatch(/^Row 2 has no end/);
  });

  it.each([
    ["quotes alone", '"'.repeat(3_000_000)],
    ["a cell of a megabyte", `a,b\n"${"x".repeat(1_000_000)}",2\n`],
    ["a million quoted cells", `a\n${'"""",'.repeat(1_000_000)}`],
    ["a million broken quotes", `a\n${'"a"b,'.repeat(1_000_000)}`],
    ["a row without end", "x".repeat(5_000_000)],
  ])("is refused at its first monster row: %s", (_, text) => {
    expect(read(text)).toMatch(/^Row \d has no end/);
  });

  it.each(["\n".repeat(5_000_000), "1\n".repeat(100_002)])("is refused with more rows than anybody imports at once", (text) => {
    expect(read(text)).toMatch(/more than 100,000 rows/);
  });

  it("may have 100,000 rows, and columns by the thousand", () => {
    expect(read(`number\n${"1\n".repeat(100_000)}`)).toHaveLength(100_001);
    expect(read(`a${",b".repeat(9_999)}\n`)).toEqual([[1, "a", ...Array(9_999).fill("b")]]);
  });

  it.each([
    ["a workbook", [0x50, 0x4b, 3, 4], /save it as “CSV UTF-8”/],
    ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0], /save it as “CSV UTF-8”/],
    ["a PDF", [...Buffer.from("%PDF-1.7")], /This is a PDF/],
    ["a compressed file", [0x1f, 0x8b, 8, 0], /Unpack it/],
    ["anything else", [...Buffer.alloc(400), 1, 2, 3], /no text file/],
  ])("is refused by name where it is %s", (_, bytes, problem) => {
    expect(read(Uint8Array.from(bytes))).toMatch(problem);
  });

  it("survives a stray NUL, and nothing at all", () => {
    expect(read("a,b\n1\0,2\n")).toEqual([
      [1, "a", "b"],
      [2, "1\0", "2"],
    ]);
    expect(read("")).toEqual([]);
  });
});
