import type { Place } from "#lib/tracking/place.ts";

export interface EasyPostLocationJson {
  object: "TrackingLocation";
  city: string | null;
  state: string | null;
  country: string | null;
  zip: string | null;
}

/** EasyPost has no field for a facility: carriers' own names of them stand in `city`. */
export function buildLocation(place: Place): EasyPostLocationJson {
  return {
    object: "TrackingLocation",
    city: place.city ?? place.facility,
    state: place.region,
    country: place.country,
    zip: place.postalCode,
  };
}

/** `HOUSTON TX, 77001`, `ORLANDO FL US`: one line, as a carrier detail has it. */
export function buildLocationText(place: Place): string | null {
  const { city, state, country, zip } = buildLocation(place);
  if (city === null) return null;
  const town = [city, state].filter((part) => part !== null).join(" ");
  if (zip !== null) return `${town}, ${zip}`;
  return country === null ? town : `${town} ${country}`;
}
