import { z } from "zod";
import { PROVIDERS } from "#lib/tracking/snapshot.ts";
import { idField, instantField, listOf, MODES, modeField } from "./fields.ts";

const knownSecretsSchema = z
  .strictObject({
    api_key: z.boolean(),
    webhook_secret: z.boolean(),
    token: z.boolean(),
    accept_published_keys: z.boolean(),
    previous_until: instantField.nullable().describe("Until when those before a rotation are accepted as well."),
  })
  .describe("Which secrets are set: they are never told again.");

const healthSchema = z.strictObject({
  failures: z.int().describe("Failures in a row of its API."),
  paused_until: instantField.nullable().describe("Its API is left alone until then."),
  last_success_at: instantField.nullable(),
  last_problem: z.string().nullable(),
  refusals: z.record(z.string(), z.int()).describe("Webhooks refused in the last seven days, by reason."),
});

export const sourceSchema = z
  .strictObject({
    id: idField("src"),
    slug: z.string(),
    provider: z.enum(PROVIDERS),
    mode: modeField,
    webhook_url: z.url().describe("What to enter at the provider; a token belongs behind it as `?token=`."),
    is_polled: z.boolean().describe("Whether its API is asked for news."),
    secrets: knownSecretsSchema,
    health: healthSchema,
    created_at: instantField,
    updated_at: instantField,
    disabled_at: instantField.nullable(),
  })
  .describe("Where news comes from: one account of one provider.")
  .meta({ id: "Source" });

export type SourceJson = z.infer<typeof sourceSchema>;

export const sourceListSchema = listOf(sourceSchema).meta({ id: "SourceList" });

const madeSecretSchema = z.strictObject({ name: z.enum(["token", "webhook_secret"]), value: z.string() }).meta({ id: "MadeSecret" });
export type MadeSecretJson = z.infer<typeof madeSecretSchema>;

export const createdSourceSchema = z
  .strictObject({
    ...sourceSchema.shape,
    made_secret: madeSecretSchema.nullable().describe("Where you gave no proof of its webhooks we made one. Told here and never again."),
  })
  .meta({ id: "CreatedSource" });

/** Texts, lengths and what goes with which provider are the sources' own business: their verbs say what is wrong. */
const secretsField = z
  .strictObject({
    api_key: z.string().nullish().describe("Asks the provider's API."),
    webhook_secret: z.string().nullish().describe("The key of the provider's HMAC signature."),
    token: z.string().nullish().describe("Comes with a webhook: as `?token=`, bearer token, or password."),
    accept_published_keys: z.boolean().nullish().describe("Accept signatures by the provider's published keys (ShipEngine)."),
  })
  .describe("Written, never read. Null takes one away; what is left out stays.");

export type SourceSecretsInput = z.output<typeof secretsField>;

export const createSourceSchema = z
  .strictObject({
    provider: z.enum(PROVIDERS, `must be one of ${PROVIDERS.join(", ")}`),
    mode: modeField.optional().describe("The mode of the key that asks, if it is left out."),
    slug: z.string().optional().describe("The end of its webhook address; the provider's name, if it is left out."),
    secrets: secretsField.optional(),
    is_polled: z.boolean().optional().describe("By itself where there is an API key."),
  })
  .meta({ id: "CreateSource" });

export const changeSourceSchema = z
  .strictObject({
    secrets: secretsField.optional(),
    is_polled: z.boolean().optional(),
    is_disabled: z.boolean().optional().describe("One that is off takes no webhooks, and its API is left alone."),
  })
  .meta({ id: "ChangeSource" });

export const rotateSourceSchema = z
  .strictObject({ value: z.string().optional().describe("The new secret; we make one, if it is left out.") })
  .optional()
  .meta({ id: "RotateSource" });

export const rotatedSourceSchema = z
  .strictObject({
    secret: madeSecretSchema.describe("Told here and never again."),
    previous_until: instantField.nullable().describe("Until when the one before is accepted as well."),
  })
  .meta({ id: "RotatedSource" });

export const listSourcesQuery = z.strictObject({ mode: z.enum(MODES, `must be ${MODES.join(" or ")}`).optional() });
