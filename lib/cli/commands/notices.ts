import { listNotices } from "#lib/notifications/list-notices.ts";
import { resolveNotice } from "#lib/notifications/resolve-notice.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { findAction, runAction } from "../action.ts";
import type { Command, CommandArguments, Terminal } from "../command.ts";
import { readMerchantsOption } from "../merchant-option.ts";

export const noticesCommand: Command = {
  usage: "notices [--merchant <slug>] [--all] | notices resolve <id>",
  description:
    "Lists what merchants should know and act on, newest first.\nresolve  Puts a notice aside; it comes back while its cause lasts.",
  options: {
    merchant: { type: "string", description: "Whose; those of all merchants, if not given." },
    all: { type: "boolean", description: "With those that are resolved." },
  },
  run(args, terminal) {
    const [word] = args.positionals;
    const action = word === undefined ? list : findAction({ resolve }, args);
    return runAction(
      action ?? `Notices cannot be asked to ${JSON.stringify(word)}. Usage: waymark ${noticesCommand.usage}`,
      args,
      terminal,
    );
  },
};

async function list(runtime: Runtime, { options }: CommandArguments, terminal: Terminal): Promise<string | null> {
  const merchants = await readMerchantsOption(runtime, options);
  if (typeof merchants === "string") return merchants;
  for (const merchant of merchants) {
    const notices = await listNotices(runtime, { caller: { merchantId: merchant.id }, withResolved: options.all === true });
    for (const { id, kind, message, createdAt, resolvedAt } of notices) {
      terminal.out(`${merchant.slug}: ${id} ${kind}, ${createdAt}${resolvedAt === null ? "" : `, resolved ${resolvedAt}`}`);
      terminal.out(`  ${message}`);
    }
  }
  return null;
}

async function resolve(runtime: Runtime, { positionals: [, id], options }: CommandArguments, terminal: Terminal): Promise<string | null> {
  if (id === undefined) return "Which notice? `waymark notices` shows their ids.";
  const merchants = await readMerchantsOption(runtime, options);
  if (typeof merchants === "string") return merchants;
  for (const merchant of merchants) {
    if ((await resolveNotice(runtime, { caller: { merchantId: merchant.id }, id })) === "not_found") continue;
    terminal.out(`${id} is resolved.`);
    return null;
  }
  return `There is no open notice ${JSON.stringify(id)}. \`waymark notices\` shows which there are.`;
}
