import { SOURCE_PROVIDERS } from "#lib/sources/source-input.ts";
import { findAction, runAction } from "../action.ts";
import type { Command } from "../command.ts";
import { modeOption } from "../mode-option.ts";
import { SECRET_OPTIONS } from "../read-secrets.ts";
import { add, list, remove, rotate, update } from "./source-actions.ts";

const ACTIONS = { add, list, update, rotate, remove };

const secretOption = (option: keyof typeof SECRET_OPTIONS, what: string) => ({
  type: "string" as const,
  description: `${what}; - takes ${SECRET_OPTIONS[option].variable} or a line of standard input.`,
});

export const sourceCommand: Command = {
  usage: "source add <provider> --mode <mode> [options] | source list | source update|rotate|remove <slug> [options]",
  description: [
    "Where a merchant's news comes from: one account of one provider.",
    "",
    "add     Makes a source, and prints the webhook address to enter there. A secret that was made here is shown this once.",
    "list    Lists the sources there are, how they fare, and which secrets they have.",
    "update  Changes what the options name; an empty secret is taken away.",
    "rotate  Makes a new token or webhook secret, shown this once. The old one is accepted for 24 hours more.",
    "remove  Deletes it; what it told stays.",
    "",
    `Providers: ${SOURCE_PROVIDERS.join(", ")}.`,
  ].join("\n"),
  options: {
    merchant: { type: "string", description: "Whose. The default merchant's without it; list takes those of all." },
    mode: modeOption("; a test source never touches real parcels."),
    slug: { type: "string", description: "End of its webhook address; the provider's name, if not given." },
    "api-key": secretOption("api-key", "Asks the provider's API for news"),
    "webhook-secret": secretOption("webhook-secret", "What the provider signs with"),
    token: secretOption("token", "Comes along with a webhook"),
    "published-keys": { type: "string", description: "on or off: believe what ShipEngine's published keys have signed." },
    polled: { type: "string", description: "on or off: ask its API for news; on by itself with an API key." },
    enabled: { type: "string", description: "on or off: off takes no webhooks and asks nobody." },
  },
  run(args, terminal) {
    return runAction(findAction(ACTIONS, args) ?? `What about sources? Usage: waymark ${sourceCommand.usage}`, args, terminal);
  },
};
