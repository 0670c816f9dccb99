import { makeSetUpLink } from "#lib/accounts/make-set-up-link.ts";
import { type Action, runAction } from "../action.ts";
import type { Command } from "../command.ts";
import { readMerchantOption } from "../merchant-option.ts";

export const setupCommand: Command = {
  usage: "setup [--merchant <slug>]",
  description: "Prints a link that makes an owner of whoever opens it first, within a week. Links printed before work no more.",
  options: { merchant: { type: "string", description: "Of which merchant; the default one, if not given." } },
  run: (args, terminal) => runAction(setup, args, terminal),
};

const setup: Action = async (runtime, { options }, terminal) => {
  const merchant = await readMerchantOption(runtime, options);
  if (typeof merchant === "string") return merchant;
  terminal.out(await makeSetUpLink(runtime, { merchantId: merchant.id }));
  return null;
};
