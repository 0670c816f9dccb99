import type { Books } from "#lib/db/queries/books.ts";
import { findEndpointRow } from "#lib/db/queries/endpoints.ts";
import { isId, type RandomBytes } from "#lib/shared/ids.ts";
import { buildSampleEvent } from "./sample-event.ts";
import { type Attempt, buildEventRequest, type SendContext, sendEvent } from "./send-event.ts";

export type SendTestEventOutcome = { kind: "sent"; attempt: Attempt } | { kind: "not_found" };

/** Sends a sample at once, to a disabled endpoint too, and answers what came back. Nothing is stored, and nothing counts. */
export async function sendTestEvent(
  ctx: SendContext & { random: RandomBytes },
  { caller, id }: { caller: Books; id: string },
): Promise<SendTestEventOutcome> {
  const endpoint = isId("hook", id) ? await findEndpointRow(ctx.db.kysely, caller, id) : undefined;
  if (!endpoint) return { kind: "not_found" };
  const event = buildSampleEvent({ caller, now: ctx.clock.now(), origin: ctx.config.publicOrigin }, ctx.random);
  return { kind: "sent", attempt: await sendEvent(ctx, await buildEventRequest(ctx, endpoint, event)) };
}
