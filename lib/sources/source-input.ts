import { z } from "zod";
import { SLUG } from "#lib/merchants/merchant.ts";
import type { SecretName, SourceSecrets } from "#lib/providers/provider.ts";
import { providers } from "#lib/providers/registry.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { MODES, PROVIDERS, type ProviderName } from "#lib/tracking/snapshot.ts";

/** Those who send webhooks or can be asked; our own API needs no source. */
export const SOURCE_PROVIDERS: readonly ProviderName[] = PROVIDERS.filter((name) => providers[name].secrets.length > 0);

const WHAT_IT_TAKES: Record<SecretName, string> = {
  apiKey: "an API key",
  webhookSecret: "a webhook secret",
  token: "a token",
  acceptPublishedKeys: "published keys",
};

/** It goes into an address or a header as it stands. */
const headerText = (least: number, what: string) =>
  z
    .string(`must be text: ${what}`)
    .regex(/^[\x21-\x7e]*$/, "must be letters, digits and signs of ASCII, without spaces")
    .min(least, `must have at least ${least} characters: ${what}`)
    .max(500, "must have at most 500 characters");

const secretsSchema = z.strictObject(
  {
    apiKey: headerText(8, "the provider's API key").nullish(),
    webhookSecret: z
      .string("must be text: the secret that the provider signs with")
      .min(8, "must have at least 8 characters")
      .max(500, "must have at most 500 characters")
      .refine((text) => !/\p{Cc}|\p{Cs}/u.test(text), "must have neither line breaks nor other control characters")
      .nullish(),
    token: headerText(16, "whoever guesses it can tell us anything").nullish(),
    acceptPublishedKeys: z.boolean("must be true or false").nullish(),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `has no ${issue.keys.join(", ")}; there are ${Object.keys(WHAT_IT_TAKES).join(", ")}`
        : "must be an object such as { webhookSecret: … }",
  },
);

/** Null takes a secret away; what is absent stays as it is. */
export type SecretChanges = { [Name in SecretName]?: SourceSecrets[Name] | null };

export const slugSchema = z.string("must be text").regex(SLUG, "must be 1 to 40 lower-case letters, digits and inner hyphens");

const sourceSchema = z.object({
  slug: slugSchema.optional(),
  provider: z.enum(SOURCE_PROVIDERS, `must be one of ${SOURCE_PROVIDERS.join(", ")}`),
  mode: z.enum(MODES, "must be test or production"),
  secrets: secretsSchema.optional(),
  isPolled: z.boolean("must be true or false").optional(),
});

const changesSchema = z.object({
  secrets: secretsSchema.optional(),
  isPolled: z.boolean("must be true or false").optional(),
  isDisabled: z.boolean("must be true or false").optional(),
});

type Parsed<Schema extends z.ZodType> = { kind: "parsed"; value: z.output<Schema> } | { kind: "invalid"; issues: Issue[] };

export const parseNewSource = (input: unknown): Parsed<typeof sourceSchema> => parse(sourceSchema, input);
export const parseSourceChanges = (input: unknown): Parsed<typeof changesSchema> => parse(changesSchema, input);

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): Parsed<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return { kind: "parsed", value: result.data };
  return { kind: "invalid", issues: result.error.issues.map(({ path, message }) => ({ path: path.join("."), message })) };
}

/** The secrets after the changes, or what does not fit the provider. */
export function changeSecrets(
  provider: ProviderName,
  before: SourceSecrets,
  changes: z.output<typeof secretsSchema>,
): { kind: "changed"; secrets: SourceSecrets } | { kind: "invalid"; issues: Issue[] } {
  const { secrets: accepted } = providers[provider];
  const names = Object.keys(changes) as SecretName[];
  const foreign = names.filter((name) => changes[name] && !accepted.includes(name));
  if (foreign.length > 0) {
    const takes = accepted.map((name) => WHAT_IT_TAKES[name]).join(", ");
    const issues = foreign.map((name) => ({
      path: `secrets.${name}`,
      message: `is nothing to a source of ${provider}, which takes ${takes}`,
    }));
    return { kind: "invalid", issues };
  }
  const after = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null && value !== undefined && value !== false);
  return { kind: "changed", secrets: Object.fromEntries(after) as SourceSecrets };
}

/** What stands against asking a source's API, where somebody wants that. */
export function findPollingIssue(provider: ProviderName, secrets: SourceSecrets, isPolled: boolean): Issue | null {
  if (!isPolled || secrets.apiKey !== undefined) return null;
  return {
    path: "isPolled",
    message: providers[provider].secrets.includes("apiKey")
      ? "needs an API key among the secrets"
      : `must be false: ${provider} has no API to ask`,
  };
}
