/** Where test numbers' and the demo's parcels are scanned. */
export interface StagedPlace {
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
  zone: string;
}

const place = (city: string | null, state: string | null, zip: string | null, country: string | null, zone: string): StagedPlace => ({
  city,
  state,
  zip,
  country,
  zone,
});

export const PLACES = {
  nowhere: place(null, null, null, null, "UTC"),
  lasVegas: place("LAS VEGAS", "NV", "89118", "US", "America/Los_Angeles"),
  lasVegasHub: place("LAS VEGAS NV DISTRIBUTION CENTER ANNEX", null, null, null, "America/Los_Angeles"),
  oakCreekHub: place("OAK CREEK WI DISTRIBUTION CENTER", null, null, null, "America/Chicago"),
  denver: place("DENVER", "CO", "80217", "US", "America/Denver"),
  phoenix: place("PHOENIX", "AZ", "85043", "US", "America/Phoenix"),
  kansasCity: place("KANSAS CITY", "MO", "64121", "US", "America/Chicago"),
  springfield: place("SPRINGFIELD", "MO", "65801", "US", "America/Chicago"),
  sarcoxie: place("SARCOXIE", "MO", "64862", "US", "America/Chicago"),
  chicago: place("CHICAGO", "IL", "60611", "US", "America/Chicago"),
  memphis: place("MEMPHIS", "TN", "38118", "US", "America/Chicago"),
  louisville: place("LOUISVILLE", "KY", "40213", "US", "America/Kentucky/Louisville"),
  atlanta: place("ATLANTA", "GA", "30318", "US", "America/New_York"),
  newYork: place("NEW YORK", "NY", "10018", "US", "America/New_York"),
  newark: place("NEWARK", "NJ", "07114", "US", "America/New_York"),
  brooklyn: place("BROOKLYN", "NY", "11201", "US", "America/New_York"),
  boston: place("BOSTON", "MA", "02118", "US", "America/New_York"),
  portland: place("PORTLAND", "OR", "97218", "US", "America/Los_Angeles"),
  seattle: place("SEATTLE", "WA", "98108", "US", "America/Los_Angeles"),
  losAngeles: place("LOS ANGELES", "CA", "90009", "US", "America/Los_Angeles"),
  shenzhen: place("SHENZHEN", null, null, "CN", "Asia/Shanghai"),
  hongKong: place("HONG KONG", null, null, "HK", "Asia/Hong_Kong"),
  leipzig: place("LEIPZIG", null, null, "DE", "Europe/Berlin"),
  berlin: place("BERLIN", null, "10115", "DE", "Europe/Berlin"),
  hamburg: place("HAMBURG", null, "20095", "DE", "Europe/Berlin"),
  london: place("LONDON", null, null, "GB", "Europe/London"),
  tokyo: place("TOKYO", null, null, "JP", "Asia/Tokyo"),
  osaka: place("OSAKA", null, null, "JP", "Asia/Tokyo"),
  dubai: place("DUBAI", null, null, "AE", "Asia/Dubai"),
  sydney: place("SYDNEY", "NSW", "2000", "AU", "Australia/Sydney"),
  toronto: place("TORONTO", "ON", "M5V 2T6", "CA", "America/Toronto"),
} as const satisfies Record<string, StagedPlace>;

export type StagedPlaceName = keyof typeof PLACES;
