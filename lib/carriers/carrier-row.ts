/** One line of a carrier table; `catalog.ts` fills in what a line leaves out. */
export interface CarrierRow {
  readonly slug: string;
  readonly name: string;
  /** Only where it differs from the name. */
  readonly shortName?: string;
  readonly aliases?: readonly string[];
  /** A provider's codes, the one to send first. */
  readonly easypost?: readonly string[];
  readonly shippo?: readonly string[];
  readonly shipengine?: readonly string[];
  /** `{number}` stands for the percent-encoded tracking number. */
  readonly trackingUrl?: string;
  readonly website?: string;
  readonly phone?: string;
  /** ISO 3166 alpha-2; left out for carriers at home in many countries. */
  readonly country?: string;
  /** Country suffixes of the postal union's S10 numbers this operator issues. */
  readonly s10?: readonly string[];
  readonly isTest?: true;
}
