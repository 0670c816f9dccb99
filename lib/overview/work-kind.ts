/** Who should do something about a parcel: the shop, the shopper, or whoever finds out why nothing is heard of it. */
export const WORK_KINDS = ["shop", "shopper", "silent"] as const;
export type WorkKind = (typeof WORK_KINDS)[number];
