import type { AGES, NEEDS, SILENCES } from "#lib/view/console-parcels-address.ts";

const NEED_WORDS = { anybody: "Somebody must act", shop: "You must act", shopper: "The shopper must act" } as const;

export const needsWords = (who: (typeof NEEDS)[number]) => NEED_WORDS[who];
export const ageWords = (days: (typeof AGES)[number]) => (days === 1 ? "In the last 24 hours" : `In the last ${days} days`);
export const silentWords = (days: (typeof SILENCES)[number]) => `${days} days or longer`;
