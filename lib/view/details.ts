import { groupTrackingNumber } from "#lib/carriers/tracking-number.ts";
import { boundedMemo } from "#lib/shared/bounded-memo.ts";
import { placeText } from "./place-text.ts";
import type { Redacted } from "./redact.ts";
import type { DetailView } from "./tracking-view.ts";
import type { Voice } from "./voice.ts";

/** What is known about the parcel, as rows; what is not known, or not for this viewer, is left out. */
export function details(parcel: Redacted, voice: Voice): DetailView[] {
  const { t } = voice;
  const { tracker, carrierName, carrierUrl } = parcel;
  const orderNumber = parcel.order?.externalId ?? null;
  const row = (label: string, value: string | null, more: Partial<DetailView> = {}): DetailView[] =>
    value ? [{ label, value, href: null, copy: null, ...more }] : [];
  return [
    ...row(t("detail.carrier"), carrierName, { href: carrierUrl }),
    ...row(t("detail.service"), tracker.serviceLevel),
    ...row(t("detail.number"), groupTrackingNumber(tracker.carrier, tracker.trackingNumber), { copy: tracker.trackingNumber }),
    ...row(t("detail.from"), tracker.origin && placeText(tracker.origin, voice)),
    ...row(t("detail.to"), tracker.destination && placeText(tracker.destination, voice)),
    ...row(t("detail.order"), orderNumber, { copy: orderNumber }),
    ...row(t("detail.signed_by"), tracker.signedBy),
    ...row(t("detail.weight"), tracker.weightOz === null ? null : weightText(voice.locale, tracker.weightOz)),
  ];
}

const OUNCES_PER_POUND = 16;
const GRAMS_PER_OUNCE = 28.349523125;
const numberFormats = boundedMemo<Intl.NumberFormat>(100);

/** "3 oz", "2.4 lb" in the United States, "85 g", "1,1 kg" elsewhere. */
function weightText(locale: string, ounces: number): string {
  const grams = ounces * GRAMS_PER_OUNCE;
  const [small, large] =
    locale === "en-US"
      ? ([
          { unit: "ounce", value: ounces },
          { unit: "pound", value: ounces / OUNCES_PER_POUND },
        ] as const)
      : ([
          { unit: "gram", value: grams },
          { unit: "kilogram", value: grams / 1000 },
        ] as const);
  const { unit, value } = large.value < 1 ? small : large;
  const maximumFractionDigits = large.value < 1 ? 0 : 1;
  const options: Intl.NumberFormatOptions = { style: "unit", unit, maximumFractionDigits };
  return numberFormats(`${locale}|${unit}`, () => new Intl.NumberFormat(locale, options)).format(value);
}
