import { z } from "zod";
import type { FieldIssue } from "./shipengine-error.ts";

export type ShipEngineRequest<Fields> = { kind: "read"; fields: Fields } | { kind: "invalid"; issues: FieldIssue[] };

const headers = z
  .array(
    z.object({ key: z.string("must be text"), value: z.string("must be text") }, "must be an object with key and value"),
    "must be a list",
  )
  .nullish()
  .transform((list) => list?.map(({ key, value }) => ({ name: key, value })));
const name = z
  .string("must be text")
  .nullish()
  .transform((text) => text?.trim() || undefined);

const newWebhookSchema = z.object({
  url: z.string("must be text"),
  event: z.literal("track", "must be track: no other event happens here"),
  name,
  headers,
});

/** What is absent stays as it is. */
const changedWebhookSchema = z.object({
  url: z
    .string("must be text")
    .nullish()
    .transform((text) => text ?? undefined),
  name,
  headers,
});

export const readNewWebhook = (body: unknown) => readRequest(newWebhookSchema, body);
export const readChangedWebhook = (body: unknown) => readRequest(changedWebhookSchema, body);

function readRequest<Schema extends z.ZodType>(schema: Schema, body: unknown): ShipEngineRequest<z.output<Schema>> {
  const given = body ?? {};
  if (typeof given !== "object" || Array.isArray(given)) {
    return { kind: "invalid", issues: [{ field: "body", message: "The body must be an object.", isMissing: false }] };
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return { kind: "read", fields: parsed.data };
  const issues = parsed.error.issues.map(({ path, message }): FieldIssue => {
    const field = path.join(".");
    const isMissing = path.length === 1 && !Object.hasOwn(given, field);
    return { field, message: `${field} ${isMissing ? "is required" : message}.`, isMissing };
  });
  return { kind: "invalid", issues };
}
