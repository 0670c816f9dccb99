import type { Brand } from "#lib/branding/brand.ts";
import { trackerColumn } from "#lib/db/json-columns.ts";
import type { Books } from "#lib/db/queries/books.ts";
import { findParcelToInspect } from "#lib/db/queries/parcel-inspection.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { Clock } from "#lib/shared/clock.ts";
import { buildParcelSnippets, type ParcelSnippets } from "#lib/snippets/build-parcel-snippets.ts";
import { chooseLanguage } from "#lib/view/languages.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import { viewMoment } from "#lib/view/view-moment.ts";
import { loadOrder } from "./load-order.ts";
import type { ReadContext } from "./verb-context.ts";

export interface LoadParcelSnippetsInput {
  caller: Books;
  id: string;
  merchant: { slug: string; brand: Brand };
  /** Null for the shop's own, in which links name no language. */
  lang: string | null;
  theme?: "light" | "dark" | null;
}

/** For mails to the parcel's recipient: they hold its private link. Null for a deleted tracker, another merchant's, or one of the other mode. */
export async function loadParcelSnippets(
  ctx: ReadContext & { clock: Clock },
  { caller, id, merchant, lang: asked, theme = null }: LoadParcelSnippetsInput,
): Promise<ParcelSnippets | null> {
  const { merchantId } = caller;
  const row = await findParcelToInspect(ctx.db.kysely, caller, id);
  if (!row) return null;
  const [{ origin, pathPrefix }, order] = await Promise.all([
    loadMerchantAddress(ctx, merchantId),
    row.order_id && loadOrder(ctx.db.kysely, { merchantId, orderId: row.order_id, currentTrackerId: row.id }),
  ]);
  const tracker = trackerColumn.read(row.document);
  const { lang, locale, isChosen: langIsChosen } = chooseLanguage(merchant.brand, { asked });
  const input: TrackingViewInput = {
    merchant,
    tracker,
    routeMap: null,
    checkedAt: row.checked_at,
    updatedAt: row.updated_at,
    order: order || null,
    viewer: { tier: "private", lang, locale, theme, langIsChosen, pathPrefix, key: row.private_key },
    now: viewMoment(tracker, ctx.clock.now()),
  };
  return buildParcelSnippets(input, { origin });
}
