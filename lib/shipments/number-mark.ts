import type { TrackerIdentity } from "#lib/db/queries/trackers.ts";
import type { Vault } from "#lib/vault/vault.ts";

/**
 * What stands for the number of a parcel that was deleted: late news of it is still known to be of one that is gone, and nobody
 * reads the number from it. No tracking number looks like it.
 */
export function markNumber(
  { vault }: { vault: Pick<Vault, "digest"> },
  { merchantId, mode, carrier, trackingNumber }: TrackerIdentity,
): string {
  return `gone:${vault.digest(`${merchantId} ${mode} ${carrier} ${trackingNumber}`, "trackers.tracking_number")}`;
}
