import { isUtf8 } from "node:buffer";

export type DecodedFile =
  | { kind: "text"; encoding: string; parts: () => Iterable<string> }
  /** `problem` is for the person who chose the file. */
  | { kind: "no_text"; problem: string };

const PART_BYTES = 64 * 1024;
const LOOKED_AT_BYTES = 8 * 1024;

/** What files begin with that are no text, and what to do with them. */
const FOREIGN: readonly (readonly [magic: readonly number[], problem: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "This is a workbook, not a CSV file. Open it and save it as “CSV UTF-8”, then choose that file."],
  [[0xd0, 0xcf, 0x11, 0xe0], "This is an old Excel workbook, not a CSV file. Open it and save it as “CSV UTF-8”, then choose that file."],
  [[0x25, 0x50, 0x44, 0x46], "This is a PDF, not a CSV file."],
  [[0x1f, 0x8b], "This file is compressed. Unpack it, then choose the CSV file in it."],
];

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** A file's bytes → its text, part by part so that nobody waits for the whole, with `\n` at the end of every line. */
export function decodeText(bytes: Uint8Array): DecodedFile {
  const foreign = FOREIGN.find(([magic]) => beginsWith(bytes, magic));
  if (foreign) return { kind: "no_text", problem: foreign[1] };
  const encoding = findEncoding(bytes);
  const [beginning = ""] = decodeParts(bytes.subarray(0, LOOKED_AT_BYTES), encoding);
  if (looksBinary(beginning)) return { kind: "no_text", problem: "This is no text file. Save the table as CSV, then choose that file." };
  return { kind: "text", encoding, parts: () => decodeParts(bytes, encoding) };
}

/** By its mark, else by where its zero bytes are; what is no UTF-8 was written by an older Windows. */
function findEncoding(bytes: Uint8Array): string {
  const marked = MARKS.find(([mark]) => beginsWith(bytes, mark));
  if (marked) return marked[1];
  const looked = bytes.subarray(0, LOOKED_AT_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of looked.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = looked.length / 5;
  if (odd > many && even < odd / 8) return "utf-16le";
  if (even > many && odd < even / 8) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

function* decodeParts(bytes: Uint8Array, encoding: string): Iterable<string> {
  const decoder = new TextDecoder(encoding);
  let heldBack = "";
  for (let start = 0; start < bytes.length; start += PART_BYTES) {
    const text = heldBack + decoder.decode(bytes.subarray(start, start + PART_BYTES), { stream: true });
    // Its other half may begin the next part.
    heldBack = text.endsWith("\r") ? "\r" : "";
    yield withUnixLines(heldBack ? text.slice(0, -1) : text);
  }
  yield withUnixLines(heldBack + decoder.decode());
}

const withUnixLines = (text: string) => text.replace(/\r\n?/g, "\n");

const beginsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte);

/** A stray one spoils its row, not the file. */
function looksBinary(text: string): boolean {
  const controls = text.match(/[^\P{Cc}\t\n\f]/gu)?.length ?? 0;
  return controls > 4 && controls > text.length / 50;
}
