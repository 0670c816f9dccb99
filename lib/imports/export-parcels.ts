import { setImmediate as nextTurnOfTheLoop } from "node:timers/promises";
import { buildTrackingPath } from "#lib/carriers/tracking-path.ts";
import type { Config } from "#lib/config/config.ts";
import { findPrivateKeys } from "#lib/db/queries/private-keys.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import { type ListedParcel, type ParcelSearch, type SearchContext, searchParcels } from "#lib/shipments/search-parcels.ts";
import { EXPORT_COLUMNS, PRIVATE_LINK_COLUMN } from "./export-columns.ts";
import { BYTE_ORDER_MARK, csvLine } from "./write-csv.ts";

const ROWS_AT_ONCE = 200;

interface ExportInput extends Pick<ParcelSearch, "caller" | "query" | "filter"> {
  withPrivateLinks: boolean;
}

/** The parcels that a search finds, all of them, as a CSV file: page by page, so that a million take no more memory than a few. */
export async function* exportParcels(
  ctx: SearchContext & { config: Pick<Config, "publicOrigin"> },
  { withPrivateLinks, ...search }: ExportInput,
): AsyncIterable<string> {
  const columns = withPrivateLinks ? [...EXPORT_COLUMNS, PRIVATE_LINK_COLUMN] : EXPORT_COLUMNS;
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ name }) => name));
  const { origin, pathPrefix } = await loadMerchantAddress(ctx, search.caller.merchantId);
  const linkOf = ({ tracker }: ListedParcel) => `${origin}${pathPrefix}${buildTrackingPath(tracker.carrier, tracker.trackingNumber)}`;

  for (let cursor: ParcelSearch["cursor"] = null; ; ) {
    const { parcels, older } = await searchParcels(ctx, { ...search, cursor, limit: ROWS_AT_ONCE });
    const ids = withPrivateLinks ? parcels.map(({ id }) => id) : [];
    const keys = await findPrivateKeys(ctx.db.kysely, search.caller, ids);
    yield parcels
      .map((parcel) => {
        const publicLink = linkOf(parcel);
        const links = { publicLink, privateLink: `${publicLink}?key=${keys.get(parcel.id) ?? ""}` };
        return csvLine(columns.map(({ cell }) => cell(parcel, links)));
      })
      .join("");
    if (older === null) return;
    cursor = { older };
    await nextTurnOfTheLoop();
  }
}
