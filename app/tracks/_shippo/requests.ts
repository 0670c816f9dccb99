import { z } from "zod";
import { plainText } from "#lib/contracts/plain-text.ts";
import { TRACK_UPDATED } from "#lib/contracts/shippo-json/build-webhook.ts";
import { toSentence } from "#lib/contracts/to-sentence.ts";
import type { ShippoFieldErrors } from "./shippo-error.ts";

export type ShippoRequest<Fields> = { kind: "read"; fields: Fields } | { kind: "invalid"; errors: ShippoFieldErrors };

const filled = (longest: number) => plainText(longest).min(1, "must not be empty");

/** A form has no other way to say yes and no. */
const flag = z
  .union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")], "must be true or false")
  .nullish()
  .transform((value) => value ?? null);

const trackSchema = z.object({
  carrier: filled(100),
  tracking_number: filled(200),
  /** Absent, it stays as it is. */
  metadata: plainText(100)
    .nullish()
    .transform((text) => (text === undefined ? undefined : text || null)),
});

const OFFERED_EVENTS = [TRACK_UPDATED, "all"] as const;

const webhookSchema = z.object({
  event: z.enum(OFFERED_EVENTS, `must be ${TRACK_UPDATED}: no other event happens here`),
  url: z.string("expected text"),
  active: flag,
  is_test: flag,
});

export type ShippoWebhookFields = z.output<typeof webhookSchema>;

export const readTrackRequest = (body: unknown) => readRequest(trackSchema, body);
export const readWebhookRequest = (body: unknown) => readRequest(webhookSchema, body);

function readRequest<Schema extends z.ZodType>(schema: Schema, body: unknown): ShippoRequest<z.output<Schema>> {
  const given = body ?? {};
  if (typeof given !== "object" || Array.isArray(given)) {
    return { kind: "invalid", errors: { non_field_errors: ["Send an object with the fields of this call."] } };
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return { kind: "read", fields: parsed.data };
  const errors: ShippoFieldErrors = {};
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0]);
    const sentence = Object.hasOwn(given, field) ? toSentence(message) : "This field is required.";
    errors[field] = [...new Set([...(errors[field] ?? []), sentence])];
  }
  return { kind: "invalid", errors };
}
