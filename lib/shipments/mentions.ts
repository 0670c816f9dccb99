import { parseJson } from "#lib/shared/json.ts";

/** What a shopper is known by in what others wrote. */
export interface Traces {
  emails: readonly string[];
  orderNumbers: readonly string[];
  trackingNumbers: readonly string[];
}

/** Under such a name even a short number is an order's. */
const SPEAKS_OF_ORDERS = /order|reference|external|invoice/i;
/** A shorter one may be any number, a quantity say. */
const TELLING_LENGTH = 5;

/** Whether a text, JSON as a rule, has any of the traces in it. */
export function findTraces({ emails, orderNumbers, trackingNumbers }: Traces): (text: string) => boolean {
  const wholes = new Set(orderNumbers.map(plain));
  const parts = [...emails.map((email) => email.trim().toLowerCase()), ...trackingNumbers.map(tight)].filter((part) => part !== "");

  const isTrace = (text: string, name: string) => {
    const isNamed = SPEAKS_OF_ORDERS.test(name);
    const isOrder = (word: string) => wholes.has(plain(word)) && (isNamed || word.length >= TELLING_LENGTH);
    return isOrder(text) || text.split(BETWEEN_WORDS).some(isOrder) || parts.some((part) => isPart(part, text));
  };
  const isIn = (value: unknown, name: string): boolean => {
    if (typeof value === "string" || typeof value === "number") return isTrace(String(value), name);
    if (Array.isArray(value)) return value.some((part) => isIn(part, name));
    return typeof value === "object" && value !== null && Object.entries(value).some(([key, part]) => isIn(part, key));
  };
  return (text) => {
    const json = parseJson(text);
    return isIn(json.kind === "parsed" ? json.value : text, "");
  };
}

const BETWEEN_WORDS = /[\s"',;:{}[\]<>()=&?/]+/;
const isPart = (part: string, text: string) => text.toLowerCase().includes(part) || tight(text).includes(part);

/** "#28002" and "28002" are one number. */
const plain = (orderNumber: string) => orderNumber.trim().replace(/^#/, "").toLowerCase();
/** As numbers are kept: people write them with spaces and dashes. */
const tight = (number: string) => number.toUpperCase().replace(/[\s-]+/g, "");
