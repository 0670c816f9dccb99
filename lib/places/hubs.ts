export interface Hub {
  city: string;
  region?: string;
  country: string;
}

/** Hubs whose names, filed as by `placeKey`, don't hold their town's name as it is known, or hold one that many towns have. */
export const HUBS: Readonly<Record<string, Hub>> = {
  worldport: { city: "Louisville", region: "KY", country: "US" },
  "fedex world hub": { city: "Memphis", region: "TN", country: "US" },
  "memphis hub": { city: "Memphis", region: "TN", country: "US" },
  "memphis world hub": { city: "Memphis", region: "TN", country: "US" },
  "indianapolis hub": { city: "Indianapolis", region: "IN", country: "US" },
  "cincinnati hub": { city: "Cincinnati", region: "OH", country: "US" },
  "louisville hub": { city: "Louisville", region: "KY", country: "US" },
  "miami gateway": { city: "Miami", region: "FL", country: "US" },
  "north texas tx": { city: "Coppell", region: "TX", country: "US" },
  jfk: { city: "New York", region: "NY", country: "US" },
  "leipzig hub": { city: "Leipzig", country: "DE" },
  "leipzig halle": { city: "Leipzig", country: "DE" },
  "koln bonn": { city: "Köln", country: "DE" },
  "cologne bonn": { city: "Köln", country: "DE" },
  "frankfurt ipz": { city: "Frankfurt am Main", country: "DE" },
  "east midlands": { city: "Nottingham", country: "GB" },
  "east midlands hub": { city: "Nottingham", country: "GB" },
  "london heathrow": { city: "London", country: "GB" },
  heathrow: { city: "London", country: "GB" },
  "heathrow worldwide dc": { city: "London", country: "GB" },
  "langley hwdc": { city: "London", country: "GB" },
  stansted: { city: "London", country: "GB" },
  "brussels hub": { city: "Brussels", country: "BE" },
  "liege hub": { city: "Liège", country: "BE" },
  roissy: { city: "Paris", country: "FR" },
  "paris cdg": { city: "Paris", country: "FR" },
  "roissy charles de gaulle": { city: "Paris", country: "FR" },
  "bergamo hub": { city: "Bergamo", country: "IT" },
  narita: { city: "Tokyo", country: "JP" },
  "tokyo narita": { city: "Tokyo", country: "JP" },
  "incheon hub": { city: "Incheon", country: "KR" },
  "hong kong hub": { city: "Hong Kong", country: "HK" },
  "singapore hub": { city: "Singapore", country: "SG" },
  "dubai hub": { city: "Dubai", country: "AE" },
};
