import type { Runtime } from "#lib/runtime/runtime.ts";
import { describeIssue, type Issue } from "#lib/shared/issue.ts";
import { createSource } from "#lib/sources/create-source.ts";
import { deleteSource } from "#lib/sources/delete-source.ts";
import { listSources } from "#lib/sources/list-sources.ts";
import type { MadeSecret } from "#lib/sources/made-secret.ts";
import { rotateToken } from "#lib/sources/rotate-token.ts";
import { type SecretChanges, SOURCE_PROVIDERS } from "#lib/sources/source-input.ts";
import type { SourceRecord } from "#lib/sources/source-record.ts";
import { updateSource } from "#lib/sources/update-source.ts";
import type { Action } from "../action.ts";
import type { CommandArguments, Terminal } from "../command.ts";
import { readMerchantOption, readMerchantsOption } from "../merchant-option.ts";
import { readModeOption } from "../mode-option.ts";
import { readSecrets } from "../read-secrets.ts";

export const add: Action = async (runtime, args, terminal) => {
  const provider = SOURCE_PROVIDERS.find((name) => name === args.positionals[1]);
  if (!provider) return `Which provider? Choose one of: ${SOURCE_PROVIDERS.join(", ")}.`;
  const choice = readModeOption(args.options);
  if (typeof choice === "string") return choice;
  const settings = await readSettings(args, terminal);
  if (typeof settings === "string") return settings;
  const merchant = await readMerchantOption(runtime, args.options);
  if (typeof merchant === "string") return merchant;

  const { isPolled, secrets } = settings;
  const { slug } = args.options;
  const outcome = await createSource(runtime, {
    merchantId: merchant.id,
    provider,
    ...choice,
    secrets,
    ...(isPolled !== undefined && { isPolled }),
    ...(typeof slug === "string" && { slug }),
  });
  switch (outcome.kind) {
    case "invalid":
      return explain("The source was not made:", outcome.issues);
    case "slug_taken":
      return `${merchant.slug} has a source ${outcome.slug} already. Choose another --slug, or update that one.`;
    case "created":
      terminal.out(describe(merchant.slug, outcome.source));
      describeAddress(outcome.source, outcome.made).forEach(terminal.out);
      return null;
  }
};

export const list: Action = async (runtime, { options }, terminal) => {
  const merchants = await readMerchantsOption(runtime, options);
  if (typeof merchants === "string") return merchants;
  for (const merchant of merchants) {
    for (const source of await listSources(runtime, { merchantId: merchant.id })) {
      terminal.out(describe(merchant.slug, source));
      for (const line of [source.webhookUrl, ...describeHealth(source)]) terminal.out(`  ${line}`);
    }
  }
  return null;
};

export const update: Action = async (runtime, args, terminal) => {
  const target = await readTarget(runtime, args);
  if (typeof target === "string") return target;
  const settings = await readSettings(args, terminal);
  if (typeof settings === "string") return settings;
  const outcome = await updateSource(runtime, { ...target.key, changes: settings });
  if (outcome.kind === "not_found") return target.unknown;
  if (outcome.kind === "invalid") return explain("The source was not changed:", outcome.issues);
  terminal.out(describe(target.merchant, outcome.source));
  return null;
};

export const rotate: Action = async (runtime, args, terminal) => {
  const target = await readTarget(runtime, args);
  if (typeof target === "string") return target;
  const secrets = await readSecrets(args, terminal);
  if (typeof secrets === "string") return secrets;
  const value = secrets.webhookSecret ?? secrets.token;
  const outcome = await rotateToken(runtime, { ...target.key, ...(value && { value }) });
  if (outcome.kind === "not_found") return target.unknown;
  if (outcome.kind === "invalid") return explain("The secret was not changed:", outcome.issues);
  if (!value) terminal.out(`Its new ${WORDS[outcome.secret.name]}, shown this once: ${outcome.secret.value}`);
  if (outcome.previousUntil !== null) terminal.out(`The one before is accepted as well until ${outcome.previousUntil}.`);
  return null;
};

export const remove: Action = async (runtime, args, terminal) => {
  const target = await readTarget(runtime, args);
  if (typeof target === "string") return target;
  if ((await deleteSource(runtime, target.key)) === "not_found") return target.unknown;
  terminal.out(`${target.key.source} of ${target.merchant} is removed.`);
  return null;
};

async function readTarget(runtime: Runtime, { positionals: [, source], options }: CommandArguments) {
  if (source === undefined) return "Which source? `waymark source list` shows their slugs.";
  const merchant = await readMerchantOption(runtime, options);
  if (typeof merchant === "string") return merchant;
  const unknown = `${merchant.slug} has no source ${JSON.stringify(source)}. \`waymark source list\` shows which there are.`;
  return { key: { merchantId: merchant.id, source }, merchant: merchant.slug, unknown };
}

interface Settings {
  secrets: SecretChanges;
  isPolled?: boolean;
  isDisabled?: boolean;
}

async function readSettings(args: CommandArguments, terminal: Terminal): Promise<Settings | string> {
  const secrets = await readSecrets(args, terminal);
  if (typeof secrets === "string") return secrets;
  const switches: Record<string, boolean> = {};
  for (const option of ["published-keys", "polled", "enabled"]) {
    const word = args.options[option];
    if (word === undefined) continue;
    if (word !== "on" && word !== "off") return `--${option} is on or off.`;
    switches[option] = word === "on";
  }
  const { "published-keys": acceptPublishedKeys, polled: isPolled, enabled } = switches;
  return {
    secrets: { ...secrets, ...(acceptPublishedKeys !== undefined && { acceptPublishedKeys }) },
    ...(isPolled !== undefined && { isPolled }),
    ...(enabled !== undefined && { isDisabled: !enabled }),
  };
}

const WORDS = { apiKey: "API key", webhookSecret: "webhook secret", token: "token", acceptPublishedKeys: "published keys" } as const;

function describe(merchant: string, { slug, provider, mode, secrets, isPolled, disabledAt }: SourceRecord): string {
  const has = Object.entries(WORDS).flatMap(([name, word]) => (secrets[name as keyof typeof WORDS] ? [word] : []));
  const state = [
    `has ${has.join(", ") || "no secret"}`,
    ...(isPolled ? ["polled"] : []),
    ...(disabledAt === null ? [] : [`disabled ${disabledAt}`]),
  ];
  return `${merchant}/${slug}: ${provider}, ${mode}, ${state.join("; ")}`;
}

function describeAddress({ webhookUrl, secrets }: SourceRecord, made: MadeSecret | null): string[] {
  const query = made?.name === "token" ? `?token=${made.value}` : secrets.token ? "?token=<the token>" : "";
  return [
    `  Enter this address there: ${webhookUrl}${query}`,
    ...(made === null ? [] : [`  Its ${WORDS[made.name]}, shown this once: ${made.value}`]),
  ];
}

function describeHealth({ health, secrets }: SourceRecord): string[] {
  const refusals = Object.entries(health.refusals).map(([reason, count]) => `${count} ${reason.replaceAll("_", " ")}`);
  return [
    ...(refusals.length > 0 ? [`webhooks refused in seven days: ${refusals.join(", ")}`] : []),
    ...(secrets.previousUntil === null ? [] : [`the secret before is accepted until ${secrets.previousUntil}`]),
    ...(health.lastProblem === null ? [] : [`its API failed ${health.failures} times: ${health.lastProblem}`]),
    ...(health.pausedUntil === null ? [] : [`its API is left alone until ${health.pausedUntil}`]),
  ];
}

function explain(begin: string, issues: readonly Issue[]): string {
  return [begin, ...issues.map((issue) => `  ${describeIssue(issue)}`)].join("\n");
}
