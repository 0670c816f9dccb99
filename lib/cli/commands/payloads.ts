import { readConfig } from "#lib/config/config.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import { listPayloads } from "#lib/shipments/list-payloads.ts";
import { type ReplayInput, replayPayloads } from "#lib/shipments/replay-payloads.ts";
import type { Command, CommandArguments, Terminal } from "../command.ts";
import { readMerchantsOption } from "../merchant-option.ts";

const OUTCOMES = ["invalid", "received"] as const;
const PAGE = 100;

const options = {
  merchant: { type: "string" as const, description: "Whose; those of all merchants, if not given." },
  outcome: {
    type: "string" as const,
    description: "invalid, those that nobody could read or not in full, if not given; or received, those that nobody has read yet.",
  },
};

export const payloadsCommand: Command = {
  usage: "payloads [--outcome <outcome>] [--merchant <slug>]",
  description: "Lists stored payloads that need a look: id, source, time and problem. What stands in them is personal, and not shown.",
  options,
  run: (args, terminal) => withMerchants(args, terminal, listAll),
};

export const replayCommand: Command = {
  usage: "replay [--payload <id>] [--outcome <outcome>] [--merchant <slug>]",
  description: "Reads stored payloads again, say after a fix, and prints what became of each. Doing it again changes nothing.",
  options: { ...options, payload: { type: "string", description: "This one, whatever became of it the first time." } },
  run: (args, terminal) => withMerchants(args, terminal, replayAll),
};

interface Selection {
  merchants: readonly Merchant[];
  outcome: (typeof OUTCOMES)[number];
}

type Action = (runtime: Runtime, selection: Selection, args: CommandArguments, terminal: Terminal) => Promise<number>;

async function withMerchants(args: CommandArguments, terminal: Terminal, act: Action): Promise<number> {
  const outcome = OUTCOMES.find((word) => word === (args.options.outcome ?? OUTCOMES[0]));
  if (!outcome) {
    terminal.err(`There is no outcome "${args.options.outcome}" to ask for. Choose one of: ${OUTCOMES.join(", ")}.`);
    return 1;
  }
  const runtime = await createRuntime(readConfig(terminal.environment));
  try {
    const merchants = await readMerchantsOption(runtime, args.options);
    if (typeof merchants !== "string") return await act(runtime, { merchants, outcome }, args, terminal);
    terminal.err(merchants);
    return 1;
  } finally {
    await runtime.close();
  }
}

async function listAll(runtime: Runtime, { merchants, outcome }: Selection, _: CommandArguments, terminal: Terminal): Promise<number> {
  for (const merchant of merchants) {
    let afterId: string | undefined;
    for (;;) {
      const input = { merchantId: merchant.id, filter: outcome, limit: PAGE, ...(afterId !== undefined && { afterId }) };
      const payloads = await listPayloads(runtime, input);
      for (const { id, provider, source, receivedAt, problem } of payloads) {
        terminal.out(`${merchant.slug}: ${id} ${source ?? `${provider}, by hand`}, ${receivedAt}`);
        for (const line of problem?.split("\n") ?? []) terminal.out(`  ${line}`);
      }
      afterId = payloads.at(-1)?.id;
      if (payloads.length < PAGE) break;
    }
  }
  return 0;
}

async function replayAll(
  runtime: Runtime,
  { merchants, outcome }: Selection,
  { options: { payload } }: CommandArguments,
  terminal: Terminal,
): Promise<number> {
  const which: ReplayInput["which"] = typeof payload === "string" ? { ids: [payload] } : { filter: outcome };
  const counts = new Map<string, number>();
  for (const merchant of merchants) {
    for await (const { payloadId, outcome, problem } of replayPayloads(runtime, { merchantId: merchant.id, which })) {
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      terminal.out(`${merchant.slug}: ${payloadId} ${outcome}${problem === null ? "" : `: ${problem.replaceAll("\n", "; ")}`}`);
    }
  }
  if (typeof payload === "string" && counts.size === 0) {
    terminal.err(`There is no payload ${JSON.stringify(payload)}. \`waymark payloads\` shows which need a look.`);
    return 1;
  }
  terminal.out(counts.size === 0 ? "There is nothing to replay." : [...counts].map(([word, count]) => `${count} ${word}`).join(", "));
  return counts.has("failed") ? 1 : 0;
}
