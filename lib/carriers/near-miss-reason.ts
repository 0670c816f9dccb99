import { matchFormat } from "./match-format.ts";
import type { NumberFormat } from "./number-format.ts";

function swapNeighbours(number: string, at: number): string {
  return number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
}

/** Where swapping two neighbours would make the number right, if that is so in one place only; from 0. */
function onlySwap(format: NumberFormat, number: string): number | null {
  const places: number[] = [];
  for (let at = 0; at + 1 < number.length; at++) {
    if (number.charAt(at) === number.charAt(at + 1)) continue;
    if (matchFormat(format, swapNeighbours(number, at)).kind === "match") places.push(at);
  }
  return places.length === 1 ? (places[0] ?? null) : null;
}

const unit = (text: string): "digit" | "character" => (/^\d+$/.test(text) ? "digit" : "character");

/** Where the check digit stands, from 1. */
function checkPosition(format: NumberFormat, number: string): number {
  return new RegExp(format.pattern, "d").exec(number)?.indices?.groups?.check?.[1] ?? number.length;
}

/** A sentence for the person who typed the number. */
export function nearMissReason(format: NumberFormat, number: string, digits: { found: string; expected: string }): string {
  const { found, expected } = digits;
  const what = unit(found + expected);
  const position = checkPosition(format, number);
  const where = position === number.length ? `The last ${what}` : `The ${what} at position ${position}`;
  const wrong = `${where} should be ${expected}, not ${found}`;
  const swap = onlySwap(format, number);
  if (swap === null) return `${wrong}.`;
  return `${wrong}; or ${unit(number.slice(swap, swap + 2))}s ${swap + 1} and ${swap + 2} may be swapped.`;
}
