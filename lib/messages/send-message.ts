import { abandonMessage, claimMessage, findMessageRow, type MessageRef, updateMessageRow } from "#lib/db/queries/messages.ts";
import type { MessagesTable } from "#lib/db/schema.ts";
import type { TaskPayloads } from "#lib/jobs/job-queue.ts";
import { type Instant, secondsAfter } from "#lib/shared/clock.ts";
import { queueMessage } from "#lib/subscriptions/queue-message.ts";
import { WRITERS } from "./hand-over.ts";
import type { MessageContext } from "./message-context.ts";
import { prepareMessage } from "./prepare-message.ts";
import { recordHandOver } from "./record-hand-over.ts";

/** Longer than any server or provider may take. */
const LEASE_SECONDS = 600;

/** By how much the queue's clock may be before ours, that a job on time is not put off again and again. */
const CLOCK_SKEW_SECONDS = 2;

/**
 * Sends one mail or SMS to a shopper, written at this moment. Never twice: of two processes one gets it, and where one ended between
 * handing it over and writing that down, it stays unclear for good.
 */
export async function sendMessage(ctx: MessageContext, job: TaskPayloads["send_message"]): Promise<void> {
  const ref: MessageRef = { id: job.messageId, merchantId: job.merchantId };
  const message = await findMessageRow(ctx.db.kysely, ref);
  if (message) await STEPS[message.state]?.(ctx, ref, message);
}

type Step = (ctx: MessageContext, ref: MessageRef, message: MessagesTable) => Promise<unknown>;

/** What there is to do for a message by how it stands; nothing, once it has ended. */
const STEPS: Partial<Record<MessagesTable["state"], Step>> = { waiting: sendWaiting, sending: lookAfter };

async function sendWaiting(ctx: MessageContext, ref: MessageRef, message: MessagesTable): Promise<void> {
  const db = ctx.db.kysely;
  const { due_at: dueAt } = message;
  if (dueAt !== null && dueAt > secondsAfter(ctx.clock.now(), CLOCK_SKEW_SECONDS)) return queueMessage(db, ctx, ref, dueAt);
  const prepared = await prepareMessage(ctx, message);
  switch (prepared.kind) {
    case "unwanted": {
      const ended = { state: "dropped", due_at: null, ended_at: ctx.clock.now(), problem: prepared.problem } as const;
      const isEnded = await updateMessageRow(db, ref, ended, { from: ["waiting"], seenTopics: message.topics });
      // More news has joined it in the meantime, which may be wanted.
      return isEnded ? undefined : queueMessage(db, ctx, ref, ctx.clock.now());
    }
    case "quiet":
      return postpone(ctx, ref, prepared.until);
    case "ready": {
      const written = await WRITERS[message.channel](ctx, prepared);
      const until = secondsAfter(ctx.clock.now(), LEASE_SECONDS);
      const claim = { seenTopics: message.topics, until, attempts: message.attempts + 1, providerId: written.providerId };
      // Somebody else has it, or more news has joined it in the meantime: the job looks again.
      if (!(await claimMessage(db, ref, claim))) return queueMessage(db, ctx, ref, ctx.clock.now());
      await recordHandOver(ctx, { ref, subscription: prepared.subscription }, await written.handOver());
    }
  }
}

/** Until its lease ends, whoever has it may still tell what became of it. */
async function lookAfter(ctx: MessageContext, ref: MessageRef, { leased_until: until }: MessagesTable): Promise<void> {
  const now = ctx.clock.now();
  if (until !== null && until > now) return queueMessage(ctx.db.kysely, ctx, ref, secondsAfter(until, CLOCK_SKEW_SECONDS));
  await abandonMessage(ctx.db.kysely, ref, { now, problem: "The process that was sending it ended before it knew the outcome." });
}

async function postpone(ctx: MessageContext, ref: MessageRef, dueAt: Instant): Promise<void> {
  await ctx.db.kysely.transaction().execute(async (trx) => {
    if (await updateMessageRow(trx, ref, { due_at: dueAt }, { from: ["waiting"] })) await queueMessage(trx, ctx, ref, dueAt);
  });
}
