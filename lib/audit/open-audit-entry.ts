import type { Database } from "#lib/db/engine/database.ts";
import { completeAuditEntry, insertAuditEntry } from "#lib/db/queries/audit-entries.ts";
import type { AuditOutcome } from "#lib/db/schema.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { type MerchantId, newId, type RandomBytes, type UserId } from "#lib/shared/ids.ts";

export interface AuditNote {
  /** The id, or the name, of what it was done to. */
  subject?: string;
  /** What is worth knowing of it; no secret, no shopper's data. */
  details?: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditEntry {
  /** Adds to what `close` will write. */
  note(note: AuditNote): void;
  close(outcome: Exclude<AuditOutcome, "started">): Promise<void>;
}

/** Written down before anything is done, so that nothing is done without a trace; closed with how it ended. */
export async function openAuditEntry(
  ctx: { db: Database; clock: Clock; random: RandomBytes },
  input: { merchantId: MerchantId; user: { id: UserId; name: string; email: string }; action: string },
): Promise<AuditEntry> {
  const { merchantId, user, action } = input;
  const id = newId("aud", ctx.random);
  await insertAuditEntry(ctx.db.kysely, {
    id,
    merchant_id: merchantId,
    at: ctx.clock.now(),
    user_id: user.id,
    actor: `${user.name} <${user.email}>`,
    action,
    subject: null,
    outcome: "started",
    details: "{}",
  });
  let noted: AuditNote = {};
  return {
    note(note) {
      noted = { subject: note.subject ?? noted.subject, details: { ...noted.details, ...note.details } } as AuditNote;
    },
    close: (outcome) =>
      completeAuditEntry(
        ctx.db.kysely,
        { id, merchantId },
        {
          outcome,
          details: JSON.stringify(noted.details ?? {}),
          ...(noted.subject !== undefined && { subject: noted.subject }),
        },
      ),
  };
}
