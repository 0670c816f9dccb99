import type { Books } from "#lib/db/queries/books.ts";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import { getEndpoint } from "#lib/notifications/get-endpoint.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { MODES } from "#lib/tracking/snapshot.ts";
import type { Action } from "../action.ts";
import type { CommandArguments, Terminal } from "../command.ts";
import { readMerchantsOption } from "../merchant-option.ts";

/** What may be done to one endpoint, on behalf of its owner. */
type ActionOnEndpoint = (
  runtime: Runtime,
  target: { caller: Books; id: string; endpoint: EndpointRecord; options: CommandArguments["options"] },
  terminal: Terminal,
) => Promise<string | null>;

/** Finds the endpoint that the second word names, whosesoever it is: the operator sees all books. */
export function onEndpoint(act: ActionOnEndpoint): Action {
  return async (runtime, { positionals: [, id], options }, terminal) => {
    if (id === undefined) return "Which endpoint? `waymark endpoint list` shows their ids.";
    const merchants = await readMerchantsOption(runtime, options);
    if (typeof merchants === "string") return merchants;
    for (const caller of callersOf(merchants)) {
      const endpoint = await getEndpoint(runtime, { caller, id });
      if (endpoint) return act(runtime, { caller, id, endpoint, options }, terminal);
    }
    return `There is no endpoint ${JSON.stringify(id)}. \`waymark endpoint list\` shows which there are.`;
  };
}

/** Every book that these merchants have. */
export function callersOf(merchants: readonly { id: Books["merchantId"] }[]): Books[] {
  return merchants.flatMap(({ id }) => MODES.map((mode) => ({ merchantId: id, mode })));
}
