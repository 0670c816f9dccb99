/** What Shippo wants before it follows a carrier's parcels: an account with the carrier, or a label bought through Shippo. */
export type ShippoRestriction = "carrier_account" | "label_from_shippo";

/** By carrier slug, as Shippo's documentation of tracking lists them. */
export const RESTRICTED_CARRIERS: Readonly<Record<string, ShippoRestriction>> = {
  australia_post: "carrier_account",
  better_trucks: "carrier_account",
  cdl: "carrier_account",
  correos: "carrier_account",
  gls_us: "carrier_account",
  gophr: "carrier_account",
  gso: "carrier_account",
  hongkong_post: "carrier_account",
  jitsu: "carrier_account",
  lso: "carrier_account",
  mondial_relay: "carrier_account",
  orangeds: "carrier_account",
  pcf: "carrier_account",
  poste_italiane: "carrier_account",
  purolator: "carrier_account",
  swyft: "carrier_account",

  canada_post: "label_from_shippo",
  colissimo: "label_from_shippo",
  deutsche_post: "label_from_shippo",
  dhl_ecommerce: "label_from_shippo",
  dhl_germany: "label_from_shippo",
  dpd_uk: "label_from_shippo",
  evri: "label_from_shippo",
  lasership: "label_from_shippo",
  new_zealand_post: "label_from_shippo",
  ontrac: "label_from_shippo",
  passport: "label_from_shippo",
};
