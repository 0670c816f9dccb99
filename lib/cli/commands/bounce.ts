import { takeRawReport } from "#lib/messages/reports/take-mail-reports.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { runAction } from "../action.ts";
import type { Command, CommandArguments, Terminal } from "../command.ts";
import { readMerchantOption } from "../merchant-option.ts";

export const bounceCommand: Command = {
  usage: "bounce [--merchant <slug>] < mail",
  description: "Reads a mail that came back, or a complaint, as a mail server hands it on: nothing more goes where ours went.",
  options: { merchant: { type: "string", description: "Who wrote; the default merchant, if not given." } },
  run: (args, terminal) => runAction(take, args, terminal),
};

async function take(runtime: Runtime, { options }: CommandArguments, terminal: Terminal): Promise<string | null> {
  const merchant = await readMerchantOption(runtime, options);
  if (typeof merchant === "string") return merchant;
  const mail = (await terminal.readInput?.()) ?? "";
  const outcome = await takeRawReport(runtime, { merchantId: merchant.id, body: Buffer.from(mail) });
  if (outcome.kind !== "taken") return "What came by standard input is no delivery report (RFC 3464) and no complaint (RFC 5965).";
  terminal.out(
    outcome.suppressed > 0 ? "Nothing more is sent to that address." : "It ends nothing: no lasting failure, or about no mail of ours.",
  );
  return null;
}
