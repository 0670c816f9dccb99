import type { Config } from "#lib/config/config.ts";
import type { Database } from "#lib/db/engine/database.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { insertEndpoint, listEndpointRows } from "#lib/db/queries/endpoints.ts";
import type { EndpointFormat, EndpointsTable } from "#lib/db/schema.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { newId, type RandomBytes } from "#lib/shared/ids.ts";
import type { Issue } from "#lib/shared/issue.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { type EndpointWishes, findEndpointFaults } from "./check-endpoint.ts";
import { type EndpointRecord, readEndpointRow, sealHeaders, sealSecret } from "./endpoint-record.ts";
import { EVENT_FORMATS } from "./event-formats.ts";

/** Each multiplies what every piece of news costs us. */
const MOST_ENDPOINTS = 50;

export interface CreateEndpointInput extends EndpointWishes {
  caller: Books;
  url: string;
  format: EndpointFormat;
}

export type CreateEndpointOutcome =
  /** The secret is told here and never again; null where the format has none. */
  { kind: "created"; endpoint: EndpointRecord; secret: string | null } | { kind: "invalid"; issues: Issue[] };

/** Has the merchant told of everything that happens from now on. Without a secret of theirs we make one, where the format needs it. */
export async function createEndpoint(
  ctx: { db: Database; clock: Clock; random: RandomBytes; vault: Vault; config: Pick<Config, "allowPrivateTargets"> },
  input: CreateEndpointInput,
): Promise<CreateEndpointOutcome> {
  const { caller, url, format, name, headers } = input;
  const issues = findEndpointFaults(format, input, ctx.config);
  if (issues.length > 0) return { kind: "invalid", issues };

  const db = ctx.db.kysely;
  if ((await listEndpointRows(db, caller, {})).length >= MOST_ENDPOINTS) {
    return { kind: "invalid", issues: [{ path: "", message: `there are ${MOST_ENDPOINTS} endpoints already; delete one first` }] };
  }

  const { secret: rule, needsSecret } = EVENT_FORMATS[format];
  const secret = input.secret ?? (needsSecret && rule ? rule.make(ctx.random) : null);
  const now = ctx.clock.now();
  const row: EndpointsTable = {
    id: newId("hook", ctx.random),
    merchant_id: caller.merchantId,
    mode: caller.mode,
    url,
    format,
    name: name || null,
    created_at: now,
    updated_at: now,
    disabled_at: null,
    disabled_reason: null,
    failing_since: null,
    secret: sealSecret(secret, ctx.vault),
    previous_secret: null,
    previous_secret_until: null,
    headers: sealHeaders(headers ?? [], ctx.vault),
  };
  await insertEndpoint(db, row);
  return { kind: "created", endpoint: readEndpointRow(row, ctx.vault), secret };
}
