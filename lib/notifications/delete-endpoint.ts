import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { deleteEndpointRow } from "#lib/db/queries/endpoints.ts";
import { resolveNoticesAbout } from "#lib/db/queries/notices.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { isId } from "#lib/shared/ids.ts";
import { ENDPOINT_NOTICES } from "./notice-record.ts";

/** Nothing more is sent to it, and what was is forgotten. */
export async function deleteEndpoint(
  ctx: { db: Database; clock: Clock },
  { caller, id }: { caller: Books; id: string },
): Promise<"deleted" | "not_found"> {
  if (!isId("hook", id)) return "not_found";
  return ctx.db.kysely.transaction().execute(async (trx) => {
    if (!(await deleteEndpointRow(trx, caller, id))) return "not_found";
    await resolveNoticesAbout(trx, { merchantId: caller.merchantId, subject: id, kinds: ENDPOINT_NOTICES }, ctx.clock.now());
    return "deleted";
  });
}
