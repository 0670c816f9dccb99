import type { Queryable } from "#lib/db/engine/database.ts";
import { topicsColumn } from "#lib/db/json-columns.ts";
import { lockMessageRow, lockWaitingMessage, type MessageRef, updateMessageRow } from "#lib/db/queries/messages.ts";
import type { MessageState, MessagesTable, SubscriptionsTable } from "#lib/db/schema.ts";
import { nextAttemptAt } from "#lib/jobs/retry-schedule.ts";
import { queueMessage } from "#lib/subscriptions/queue-message.ts";
import { suppressAddress } from "#lib/subscriptions/suppress-address.ts";
import { orderTopics } from "#lib/tracking/news-topic.ts";
import type { HandOver } from "./hand-over.ts";
import type { MessageContext } from "./message-context.ts";

type RecordContext = Pick<MessageContext, "db" | "clock" | "random" | "jobs">;

/** Who was sending it may be late with the news: what was taken for unclear meanwhile is known after all. */
const OPEN: readonly MessageState[] = ["sending", "unclear"];

/** Writes down what became of a message, and has the next attempt made where there is to be one: both or neither. */
export async function recordHandOver(
  ctx: RecordContext,
  { ref, subscription }: { ref: MessageRef; subscription: SubscriptionsTable },
  handOver: HandOver,
): Promise<void> {
  await ctx.db.kysely.transaction().execute(async (trx) => {
    // Its subscriptions before the message, as everywhere.
    if (handOver.kind === "refused" && handOver.suppress !== null) {
      const { merchant_id: merchantId, channel, address_digest: addressDigest, address_hint: addressHint } = subscription;
      await suppressAddress(trx, ctx, { merchantId, channel, addressDigest, addressHint, reason: handOver.suppress });
    }
    const message = await lockMessageRow(trx, ref);
    if (!message || !OPEN.includes(message.state)) return;
    await (handOver.kind === "later" ? retry(trx, ctx, message, handOver) : end(trx, ctx, ref, handOver));
  });
}

const ENDS = { sent: "sent", refused: "failed", unclear: "unclear" } as const satisfies Record<string, MessageState>;

async function end(
  trx: Queryable,
  { clock }: RecordContext,
  ref: MessageRef,
  handOver: Exclude<HandOver, { kind: "later" }>,
): Promise<void> {
  const changes = {
    state: ENDS[handOver.kind],
    leased_until: null,
    ended_at: clock.now(),
    problem: handOver.kind === "sent" ? null : handOver.problem,
    ...(handOver.kind === "sent" && handOver.providerId !== undefined && { provider_id: handOver.providerId }),
  };
  await updateMessageRow(trx, ref, changes, { from: OPEN });
}

/** For about three days; what came up in the meantime takes it in. */
async function retry(
  trx: Queryable,
  ctx: RecordContext,
  message: MessagesTable,
  { problem, retryAfterMs }: Extract<HandOver, { kind: "later" }>,
): Promise<void> {
  const now = ctx.clock.now();
  const { id, merchant_id: merchantId, subscription_id: subscriptionId, kind } = message;
  const ref = { id, merchantId };
  const ended = { leased_until: null, ended_at: now, problem };
  const later = await lockWaitingMessage(trx, { merchantId, subscriptionId, kind });
  if (later) {
    await updateMessageRow(trx, { id: later.id, merchantId }, { topics: uniteTopics(message, later) }, { from: ["waiting"] });
    await updateMessageRow(trx, ref, { ...ended, state: "dropped", problem: `${problem} Later news took it in.` }, { from: OPEN });
    return;
  }
  const dueAt = nextAttemptAt({ now, attempts: message.attempts, retryAfterMs }, ctx.random);
  if (dueAt === null) return void (await updateMessageRow(trx, ref, { ...ended, state: "failed" }, { from: OPEN }));
  await updateMessageRow(trx, ref, { state: "waiting", leased_until: null, due_at: dueAt, problem }, { from: OPEN });
  await queueMessage(trx, ctx, ref, dueAt);
}

const uniteTopics = (...messages: readonly MessagesTable[]) =>
  topicsColumn.write(orderTopics(messages.flatMap(({ topics }) => topicsColumn.read(topics))));
