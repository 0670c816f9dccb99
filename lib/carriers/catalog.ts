/** A carrier's name in addresses: lower case, digits and underscores. */
export type CarrierSlug = string & { readonly __brand: "CarrierSlug" };
