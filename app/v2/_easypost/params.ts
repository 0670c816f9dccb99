import { z } from "zod";
import type { ApiAnswer } from "#app/_server/api/dialect.ts";
import { plainText } from "#lib/contracts/plain-text.ts";
import { readGivenTime, utcOf } from "#lib/places/read-given-time.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { WallClock } from "#lib/tracking/event-time.ts";
import { easypostError } from "./easypost-error.ts";

export type Parsed<Value> = { kind: "parsed"; value: Value } | { kind: "refused"; answer: ApiAnswer };

/** EasyPost's words for what is missing or empty. */
const BLANK = "cannot be blank";

/** Everything that is wrong with the parameters, at once. */
export function parseParams<Schema extends z.ZodType>(schema: Schema, params: unknown): Parsed<z.output<Schema>> {
  const result = schema.safeParse(params);
  if (result.success) return { kind: "parsed", value: result.data };
  const errors = result.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  const isMissing = errors.every(({ message }) => message === BLANK);
  return { kind: "refused", answer: easypostError(isMissing ? "PARAMETER.REQUIRED" : "PARAMETER.INVALID", { errors }) };
}

export function parseQuery<Schema extends z.ZodType>(schema: Schema, query: URLSearchParams): Parsed<z.output<Schema>> {
  return parseParams(schema, Object.fromEntries(query));
}

/** What stands under a name in the body: `{ tracker: { … } }`. Missing or empty is one and the same to EasyPost. */
export function parseSection<Schema extends z.ZodType>(name: string, schema: Schema, body: unknown): Parsed<z.output<Schema>> {
  const section = isRecord(body) ? body[name] : undefined;
  if (!isRecord(section) || Object.keys(section).length === 0) {
    return { kind: "refused", answer: easypostError("PARAMETER.REQUIRED", { errors: [{ field: name, message: BLANK }] }) };
  }
  return parseParams(schema, section);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Forms know only text, and some clients send numbers: both are text. An empty one is none. */
const word = (longest: number) =>
  z
    .union([z.string(), z.int().transform(String)], "must be text")
    .pipe(plainText(longest))
    .nullable()
    .transform((text) => text || null);

/** Null for nothing. */
export const optionalText = (longest: number) =>
  word(longest)
    .optional()
    .transform((text) => text ?? null);

/** Undefined where nothing is said; null where the value is to go. */
export const changedText = (longest: number) => word(longest).optional();

export const requiredText = (longest: number) =>
  optionalText(longest)
    .refine((text) => text !== null, BLANK)
    .transform((text) => text ?? "");

/** Any id of ours; whatever else is nobody's. */
export function isId(text: string): boolean {
  return /^\w{1,64}$/.test(text);
}

const id = optionalText(100).refine((text) => text === null || isId(text), "must be an id, such as the last one of the page before");

export const MOST_PER_PAGE = 100;

const pageSize = optionalText(20)
  .transform((text) => (text === null ? 20 : Number(text)))
  .refine((size) => Number.isInteger(size) && size >= 1 && size <= MOST_PER_PAGE, `must be a whole number from 1 to ${MOST_PER_PAGE}`);

const moment = optionalText(40).transform((text, context) => {
  const instant = text === null ? null : readMoment(text);
  if (text !== null && instant === null) {
    context.addIssue({ code: "custom", message: "must be a time such as 2026-03-01T17:04:00Z" });
    return z.NEVER;
  }
  return instant;
});

/** Without a zone UTC is meant. In a query string an unescaped `+` has become a space. */
function readMoment(text: string): Instant | null {
  const given = readGivenTime(text.replace(/(T\S+) (?=\d{2}:?\d{2}$)/, "$1+"), "offset_is_true");
  switch (given.kind) {
    case "instant":
    case "utc":
      return given.utc;
    case "local":
      return utcOf(given.local, 0);
    case "day":
      return utcOf(`${given.day}T00:00:00` as WallClock, 0);
    case "none":
      return null;
  }
}

const pageShape = { page_size: pageSize, before_id: id, after_id: id, start_datetime: moment, end_datetime: moment };

export const pageParams = z.object(pageShape).transform(toPage);
export const trackerPageParams = z
  .object({ ...pageShape, tracking_code: optionalText(200), carrier: optionalText(100) })
  .transform(({ tracking_code, carrier, ...page }) => ({ page: toPage(page), tracking_code, carrier }));

interface EasyPostPage {
  page_size: number;
  before_id: string | null;
  after_id: string | null;
  start_datetime: Instant | null;
  end_datetime: Instant | null;
}

/** What a verb asks for a page with. */
function toPage({ page_size, before_id, after_id, start_datetime, end_datetime }: EasyPostPage) {
  return {
    limit: page_size,
    ...(before_id !== null && { beforeId: before_id }),
    ...(after_id !== null && { afterId: after_id }),
    ...(start_datetime !== null && { createdFrom: start_datetime }),
    ...(end_datetime !== null && { createdUntil: end_datetime }),
  };
}
