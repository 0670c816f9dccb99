import { createApiKey } from "#lib/auth/create-api-key.ts";
import { listApiKeys } from "#lib/auth/list-api-keys.ts";
import { revokeApiKey } from "#lib/auth/revoke-api-key.ts";
import { readConfig } from "#lib/config/config.ts";
import { findMerchantBySlug, loadDefaultMerchant } from "#lib/merchants/find-merchant.ts";
import { listMerchants } from "#lib/merchants/list-merchants.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import type { Command, CommandArguments, Terminal } from "../command.ts";

const MODES: readonly Mode[] = ["test", "production"];

/** A sentence is what is wrong. */
type Act = (runtime: Runtime, args: CommandArguments, terminal: Terminal) => Promise<number | string>;

const ACTIONS: Readonly<Record<string, Act>> = { create: createKey, list: listKeys, revoke: revokeKey };

export const keyCommand: Command = {
  usage: "key create --mode <mode> [--merchant <slug>] [--name <text>] | key list [--merchant <slug>] | key revoke <id>",
  description: [
    "create  Makes an API key, and prints it and nothing else: it is shown this once.",
    "list    Lists the keys there are: id, mode, end, name, when made and when last used.",
    "revoke  Ends a key; calls with it are refused from then on.",
  ].join("\n"),
  options: {
    merchant: { type: "string", description: "Whose key. create takes the default merchant's without it, list those of all." },
    mode: { type: "string", description: `${MODES.join(" or ")}; what a test key makes is seen by test keys only.` },
    name: { type: "string", description: "What the key is for, to tell it apart in lists." },
  },
  async run(args, terminal) {
    const [action = ""] = args.positionals;
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (!act) return fail(terminal, `What about keys? Usage: waymark ${keyCommand.usage}`);
    const runtime = await createRuntime(readConfig(terminal.environment));
    try {
      const result = await act(runtime, args, terminal);
      return typeof result === "string" ? fail(terminal, result) : result;
    } finally {
      await runtime.close();
    }
  },
};

function fail(terminal: Terminal, problem: string): number {
  terminal.err(problem);
  return 1;
}

async function createKey(runtime: Runtime, { options }: CommandArguments, terminal: Terminal) {
  const mode = MODES.find((word) => word === options.mode);
  if (!mode) return `Which mode? --mode is ${MODES.join(" or ")}.`;
  const merchant = options.merchant === undefined ? await loadDefaultMerchant(runtime) : await findMerchant(runtime, options.merchant);
  if (typeof merchant === "string") return merchant;
  const name = typeof options.name === "string" && options.name.trim() ? options.name.trim() : "Made on the command line";
  const { key } = await createApiKey(runtime, { merchantId: merchant.id, mode, name });
  terminal.out(key);
  return 0;
}

async function listKeys(runtime: Runtime, { options }: CommandArguments, terminal: Terminal) {
  const merchants = options.merchant === undefined ? await loadMerchants(runtime) : [await findMerchant(runtime, options.merchant)];
  for (const merchant of merchants) {
    if (typeof merchant === "string") return merchant;
    for (const key of await listApiKeys(runtime, { merchantId: merchant.id })) {
      const state = key.revokedAt === null ? `last used ${key.lastUsedAt ?? "never"}` : `revoked ${key.revokedAt}`;
      terminal.out(`${merchant.slug}: ${key.id} ${key.mode} …${key.hint} ${JSON.stringify(key.name)}, made ${key.createdAt}, ${state}`);
    }
  }
  return 0;
}

async function revokeKey(runtime: Runtime, { positionals: [, id] }: CommandArguments, terminal: Terminal) {
  if (id === undefined) return "Which key? `waymark key list` shows their ids.";
  for (const merchant of await loadMerchants(runtime)) {
    if ((await revokeApiKey(runtime, { merchantId: merchant.id, id })) === "not_found") continue;
    terminal.out(`${id} of ${merchant.slug} is revoked.`);
    return 0;
  }
  return `There is no key ${JSON.stringify(id)}. \`waymark key list\` shows which there are.`;
}

async function findMerchant(runtime: Runtime, slug: string | boolean): Promise<Merchant | string> {
  const merchant = await findMerchantBySlug(runtime, String(slug));
  if (merchant) return merchant;
  const slugs = (await listMerchants(runtime)).map((known) => known.slug);
  return `There is no merchant "${slug}". There are: ${slugs.join(", ")}.`;
}

async function loadMerchants(runtime: Runtime): Promise<Merchant[]> {
  const merchants = (await listMerchants(runtime)).map(({ slug }) => findMerchantBySlug(runtime, slug));
  return (await Promise.all(merchants)).filter((merchant) => merchant !== null);
}
