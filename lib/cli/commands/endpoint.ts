import { findAction, runAction } from "../action.ts";
import type { Command } from "../command.ts";
import { modeOption } from "../mode-option.ts";
import { DELIVERY_STATES, listLatestDeliveries, replay } from "./endpoint-deliveries.ts";
import { add, FORMATS, list, remove, rotate, sendTest, switchOff, switchOn } from "./endpoint-settings.ts";

const ACTIONS = {
  add,
  list,
  test: sendTest,
  rotate,
  enable: switchOn,
  disable: switchOff,
  remove,
  deliveries: listLatestDeliveries,
  replay,
};

export const endpointCommand: Command = {
  usage:
    "endpoint add <url> --mode <mode> [--merchant <slug>] [--format <format>] [--name <text>] [--secret <text>] [--header <name: value>] | endpoint list | endpoint <action> <id>",
  description: [
    "Where a merchant is told what happens to parcels.",
    "",
    "add         Tells this address of everything from now on. A secret that was made here is shown this once.",
    "list        Lists the endpoints there are.",
    "test        Sends a sample event now, and shows what was answered.",
    "rotate      Makes a new secret, shown this once. The old one signs along for 24 hours where the format has room for two.",
    "enable      Switches it on again; what was still to be sent goes on.",
    "disable     Switches it off.",
    "remove      Deletes it, and the record of what was sent.",
    "deliveries  Lists the latest deliveries and each attempt.",
    "replay      Sends everything that is pending or failed now; with a delivery's id, that one again.",
  ].join("\n"),
  options: {
    merchant: { type: "string", description: "Whose. add takes the default merchant's without it, list those of all." },
    mode: modeOption(": whose trackers it is told of."),
    format: { type: "string", description: `${FORMATS.join(", ")}; ${FORMATS[0]}, if not given.` },
    name: { type: "string", description: "What it is for, to tell it apart in lists." },
    secret: { type: "string", description: "Signs what is sent; made here where the format needs one and none is given." },
    header: { type: "string", description: 'Sent along with every event, such as "Authorization: Bearer abc".' },
    state: { type: "string", description: `deliveries in this state only: ${DELIVERY_STATES.join(", ")}.` },
  },
  run(args, terminal) {
    return runAction(findAction(ACTIONS, args) ?? `What about endpoints? Usage: waymark ${endpointCommand.usage}`, args, terminal);
  },
};
