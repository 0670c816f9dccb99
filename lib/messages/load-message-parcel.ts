import { routeMapColumn, trackerColumn } from "#lib/db/json-columns.ts";
import { findMessageParcel } from "#lib/db/queries/messages.ts";
import type { SubscriptionsTable } from "#lib/db/schema.ts";
import { findMerchantById } from "#lib/merchants/find-merchant.ts";
import { loadMerchantAddress } from "#lib/merchants/load-merchant-address.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import { loadOrder } from "#lib/shipments/load-order.ts";
import { subscriptionToken } from "#lib/subscriptions/subscription-token.ts";
import { imagePath } from "#lib/view/image-link.ts";
import { chooseLanguage } from "#lib/view/languages.ts";
import { MAIL_PICTURE, type MailLinks, type MessageKind } from "#lib/view/mail-view.ts";
import { confirmPath, pagePath, preferencesPath, unsubscribePath, viewerQuery } from "#lib/view/page-links.ts";
import type { TrackingViewInput, Viewer } from "#lib/view/tracking-view-input.ts";
import type { MessageContext } from "./message-context.ts";

export interface MessageParcel {
  merchant: Merchant;
  /** The parcel as it is now, for as much as this shopper may see. */
  input: TrackingViewInput;
  links: MailLinks;
}

/** What a message is drawn from; null where the parcel, or its shop, is gone. */
export async function loadMessageParcel(
  ctx: Pick<MessageContext, "db" | "clock" | "vault" | "config">,
  subscription: SubscriptionsTable,
  kind: MessageKind,
): Promise<MessageParcel | null> {
  const { merchant_id: merchantId, tracker_id: id } = subscription;
  const row = await findMessageParcel(ctx.db.kysely, { id, merchantId });
  const merchant = await findMerchantById(ctx, merchantId);
  if (!row || !merchant) return null;

  const { origin, pathPrefix } = await loadMerchantAddress(ctx, merchantId);
  const isPrivate = seesPrivatePage(subscription, kind);
  const { lang, locale } = chooseLanguage(merchant.brand, { asked: subscription.lang });
  const viewer: Viewer = {
    tier: isPrivate ? "private" : "public",
    lang,
    locale,
    theme: null,
    langIsChosen: true,
    pathPrefix,
    key: isPrivate ? row.private_key : null,
  };
  const order =
    isPrivate && row.order_id ? await loadOrder(ctx.db.kysely, { merchantId, orderId: row.order_id, currentTrackerId: id }) : null;
  const { brand, slug } = merchant;
  const address = { carrier: row.carrier, trackingNumber: row.tracking_number };
  const token = subscriptionToken(ctx, subscription.id);
  return {
    merchant,
    input: {
      merchant: { slug, brand },
      tracker: trackerColumn.read(row.document),
      routeMap: row.route_map === null ? null : routeMapColumn.read(row.route_map),
      checkedAt: row.checked_at,
      updatedAt: row.updated_at,
      order,
      viewer,
      now: ctx.clock.now(),
    },
    links: {
      page: `${origin}${pagePath(address, viewer)}${viewerQuery(viewer)}`,
      image: `${origin}${imagePath(address, viewer, { lang, width: MAIL_PICTURE.drawn })}`,
      preferences: `${origin}${preferencesPath(token)}`,
      unsubscribe: `${origin}${unsubscribePath(token)}`,
      confirm: kind === "confirmation" ? `${origin}${confirmPath(token)}` : null,
    },
  };
}

/** A stranger can have given the address on the public page, and nobody has confirmed a pending one. */
const seesPrivatePage = ({ origin }: SubscriptionsTable, kind: MessageKind) => kind === "news" && origin !== "public_page";
