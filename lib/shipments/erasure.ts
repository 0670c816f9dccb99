import type { ShopperKey } from "#lib/db/queries/erasures.ts";
import type { ErasureStep, ErasuresTable } from "#lib/db/schema.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { ErasureId } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import type { Traces } from "./mentions.ts";

/** Who is erased: whose orders go, and what they are known by elsewhere. */
export interface Sought {
  key: ShopperKey;
  traces: Traces;
}

const PURPOSE = "erasures.sought";

export const sealSought = ({ vault }: { vault: Pick<Vault, "seal"> }, sought: Sought) => vault.seal(JSON.stringify(sought), PURPOSE);
/** Only typed values are ever sealed. */
export const openSought = ({ vault }: { vault: Pick<Vault, "open"> }, sealed: string) => JSON.parse(vault.open(sealed, PURPOSE)) as Sought;

/** An erasure as owners see it: how much went, never whose it was. */
export interface ErasureRecord {
  id: ErasureId;
  step: ErasureStep;
  orderCount: number;
  parcelCount: number;
  payloadCount: number;
  importRowCount: number;
  createdAt: Instant;
  /** Null where that person is gone. */
  createdBy: string | null;
  endedAt: Instant | null;
}

export function buildErasureRecord(row: ErasuresTable & { created_by_name: string | null }): ErasureRecord {
  return {
    id: row.id,
    step: row.step,
    orderCount: row.order_count,
    parcelCount: row.parcel_count,
    payloadCount: row.payload_count,
    importRowCount: row.import_row_count,
    createdAt: row.created_at,
    createdBy: row.created_by_name,
    endedAt: row.ended_at,
  };
}
