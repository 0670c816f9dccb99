import type { EventDeliveryState } from "#lib/db/schema.ts";
import { type DeliveryRecord, listDeliveries } from "#lib/notifications/list-deliveries.ts";
import { replayDelivery } from "#lib/notifications/replay-delivery.ts";
import { replayPending } from "#lib/notifications/replay-pending.ts";
import type { Action } from "../action.ts";
import { readMerchantsOption } from "../merchant-option.ts";
import { callersOf, onEndpoint } from "./endpoint-of-id.ts";

export const DELIVERY_STATES: readonly EventDeliveryState[] = ["pending", "delivered", "failed", "cancelled"];

/** As many as are read at once; the API has the others, page by page. */
const LISTED = 50;
const DISABLED = "Its endpoint is disabled; enable it first: `waymark endpoint enable <id>`.";

export const listLatestDeliveries = onEndpoint(async (runtime, { caller, id, options }, terminal) => {
  const state = DELIVERY_STATES.find((word) => word === options.state);
  if (options.state !== undefined && !state) return `There is no state "${options.state}". Choose one of: ${DELIVERY_STATES.join(", ")}.`;
  const page = await listDeliveries(runtime, { caller, endpointId: id, ...(state && { state }), page: { limit: LISTED } });
  if (page.kind === "page") page.rows.flatMap(describe).forEach(terminal.out);
  return null;
});

/** An endpoint's id stands for all that is pending or failed, a delivery's id for that one. */
export const replay: Action = async (runtime, args, terminal) => {
  const [, id = ""] = args.positionals;
  if (!id.startsWith("dlv_")) return replayEndpoint(runtime, args, terminal);
  const merchants = await readMerchantsOption(runtime, args.options);
  if (typeof merchants === "string") return merchants;
  for (const caller of callersOf(merchants)) {
    const outcome = await replayDelivery(runtime, { caller, id });
    if (outcome.kind === "not_found") continue;
    if (outcome.kind === "endpoint_disabled") return DISABLED;
    terminal.out(`${id} is sent again.`);
    return null;
  }
  return `There is no delivery ${JSON.stringify(id)}. \`waymark endpoint deliveries <id>\` lists those of an endpoint.`;
};

const replayEndpoint = onEndpoint(async (runtime, { caller, id }, terminal) => {
  const outcome = await replayPending(runtime, { caller, endpointId: id });
  if (outcome.kind !== "replayed") return DISABLED;
  terminal.out(outcome.count === 1 ? "1 delivery is sent again." : `${outcome.count} deliveries are sent again.`);
  return null;
});

function describe({ id, eventId, state, nextAttemptAt, attempts }: DeliveryRecord): string[] {
  return [
    `${id} ${state}, ${eventId}${nextAttemptAt === null ? "" : `, next attempt ${nextAttemptAt}`}`,
    ...attempts.map(
      ({ attempt, attemptedAt, durationMs, httpStatus, problem }) =>
        `  ${attempt}. ${attemptedAt} ${problem ?? `accepted with ${httpStatus}`} (${durationMs} ms)`,
    ),
  ];
}
