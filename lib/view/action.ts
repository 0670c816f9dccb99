import type { Brand } from "#lib/branding/brand.ts";
import { type ActionCode, SUBSTATUSES } from "#lib/tracking/substatus.ts";
import type { MessageKey } from "./languages.ts";
import type { Redacted } from "./redact.ts";
import type { ActionView, LinkText } from "./tracking-view.ts";
import type { Voice } from "./voice.ts";

/** What the carrier's own page can settle; the rest is the shop's. */
const AT_THE_CARRIER = {
  fix_address: "action_button.fix_address",
  contact_carrier: "action_button.contact_carrier",
  arrange_redelivery: "action_button.arrange_redelivery",
  follow_notice: "action_button.follow_notice",
  collect_parcel: "action_button.collect_parcel",
  pay_duty: "action_button.pay_duty",
  pay_on_delivery: "action_button.pay_on_delivery",
  show_identification: "action_button.show_identification",
  contact_shop: null,
  report_damage: null,
} as const satisfies Record<ActionCode, MessageKey | null>;

/** What somebody has to do now; null when only the carrier has. */
export function action(parcel: Redacted, { t }: Pick<Voice, "t">): ActionView | null {
  const needed = SUBSTATUSES[parcel.tracker.substatus].action;
  if (needed === null) return null;
  const isShops = needed.actor === "merchant";
  const text = t(isShops ? "action.by_shop" : `action.${needed.code}`);
  const carrierKey = isShops ? null : AT_THE_CARRIER[needed.code];
  return { text, deadline: null, button: (carrierKey && carrierButton(parcel, t, carrierKey)) ?? shopButton(parcel.merchant.brand, t) };
}

function carrierButton({ carrierName, carrierUrl }: Redacted, t: Voice["t"], key: MessageKey): LinkText | null {
  return carrierName !== null && carrierUrl !== null ? { label: t(key, { carrier: carrierName }), href: carrierUrl } : null;
}

function shopButton(brand: Brand, t: Voice["t"]): LinkText | null {
  const { url = null, email = null, phone = null } = brand.support ?? {};
  const href = url ?? (email && `mailto:${email}`) ?? (phone && telephoneHref(phone));
  return href ? { label: t("action_button.shop", { shop: brand.name }), href } : null;
}

export function telephoneHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}
