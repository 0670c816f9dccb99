import { createApiKey } from "#lib/auth/create-api-key.ts";
import { listApiKeys } from "#lib/auth/list-api-keys.ts";
import { revokeApiKey } from "#lib/auth/revoke-api-key.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { findAction, runAction } from "../action.ts";
import type { Command, CommandArguments, Terminal } from "../command.ts";
import { readMerchantOption, readMerchantsOption } from "../merchant-option.ts";
import { modeOption, readModeOption } from "../mode-option.ts";

const ACTIONS = { create, list, revoke };

export const keyCommand: Command = {
  usage: "key create --mode <mode> [--merchant <slug>] [--name <text>] | key list [--merchant <slug>] | key revoke <id>",
  description: [
    "create  Makes an API key, and prints it and nothing else: it is shown this once.",
    "list    Lists the keys there are: id, mode, end, name, when made and when last used.",
    "revoke  Ends a key; calls with it are refused from then on.",
  ].join("\n"),
  options: {
    merchant: { type: "string", description: "Whose key. create takes the default merchant's without it, list those of all." },
    mode: modeOption("; what a test key makes is seen by test keys only."),
    name: { type: "string", description: "What the key is for, to tell it apart in lists." },
  },
  run(args, terminal) {
    return runAction(findAction(ACTIONS, args) ?? `What about keys? Usage: waymark ${keyCommand.usage}`, args, terminal);
  },
};

async function create(runtime: Runtime, { options }: CommandArguments, terminal: Terminal): Promise<string | null> {
  const choice = readModeOption(options);
  if (typeof choice === "string") return choice;
  const merchant = await readMerchantOption(runtime, options);
  if (typeof merchant === "string") return merchant;
  const name = typeof options.name === "string" && options.name.trim() ? options.name.trim() : "Made on the command line";
  const { key } = await createApiKey(runtime, { merchantId: merchant.id, ...choice, name });
  terminal.out(key);
  return null;
}

async function list(runtime: Runtime, { options }: CommandArguments, terminal: Terminal): Promise<string | null> {
  const merchants = await readMerchantsOption(runtime, options);
  if (typeof merchants === "string") return merchants;
  for (const merchant of merchants) {
    for (const key of await listApiKeys(runtime, { merchantId: merchant.id })) {
      const state = key.revokedAt === null ? `last used ${key.lastUsedAt ?? "never"}` : `revoked ${key.revokedAt}`;
      terminal.out(`${merchant.slug}: ${key.id} ${key.mode} …${key.hint} ${JSON.stringify(key.name)}, made ${key.createdAt}, ${state}`);
    }
  }
  return null;
}

async function revoke(runtime: Runtime, { positionals: [, id], options }: CommandArguments, terminal: Terminal): Promise<string | null> {
  if (id === undefined) return "Which key? `waymark key list` shows their ids.";
  const merchants = await readMerchantsOption(runtime, options);
  if (typeof merchants === "string") return merchants;
  for (const merchant of merchants) {
    if ((await revokeApiKey(runtime, { merchantId: merchant.id, id })) === "not_found") continue;
    terminal.out(`${id} of ${merchant.slug} is revoked.`);
    return null;
  }
  return `There is no key ${JSON.stringify(id)}. \`waymark key list\` shows which there are.`;
}
