/** A place as the carrier wrote it, tidied but not translated; every part may be missing. */
export interface Place {
  city: string | null;
  /** State, province, county: whatever the carrier puts after the city. */
  region: string | null;
  postalCode: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  country: string | null;
  /** A facility's name where the carrier gives one instead of, or beside, a city. */
  facility: string | null;
  latitude: number | null;
  longitude: number | null;
}

export const NOWHERE: Place = {
  city: null,
  region: null,
  postalCode: null,
  country: null,
  facility: null,
  latitude: null,
  longitude: null,
};
