/** One legal time, whatever the sun says: carriers print it everywhere in the country. */
export const LEGAL_ZONES = { CN: "Asia/Shanghai", UA: "Europe/Kyiv", VN: "Asia/Ho_Chi_Minh" };

/** Towns that keep their neighbours' time, whatever the atlas says: on Nevada's border with Utah by law, on Idaho's by custom. */
export const TOWN_ZONES = {
  "US NV West Wendover": "America/Denver",
  "US NV Jackpot": "America/Denver",
};

/** Regions whose law, county by county, knows one clock; the build refuses those where a listed place says otherwise. */
const CERTAIN_REGIONS = {
  US: "AR CA CO CT DC DE GA HI IA IL LA MA MD ME MN MO MS MT NC NH NJ NM NY OH OK PA RI SC UT VA VT WA WI WV WY",
  CA: "AB MB NB NS NT PE YT",
  AU: "ACT NT QLD TAS VIC WA",
  BR: "AC AL AP BA CE DF ES GO MA MG MS PA PB PI PR RJ RN RO RR RS SC SE SP TO",
  MX: "AGU BCN BCS CAM CHP CMX COL GRO GUA HID JAL MEX MIC MOR OAX PUE QUE ROO SIN SLP SON TAB TLA VER YUC ZAC",
};

export function isCertainRegion(country, region) {
  return (CERTAIN_REGIONS[country] ?? "").split(" ").includes(region);
}

/** How carriers on the spot write cities that GeoNames lists under their English name. */
export const LOCAL_NAMES = [
  "Wien", "München", "Muenchen", "Munchen", "Cologne", "Nuremberg", "Hannover", "Frankfurt", "Praha", "Warszawa", "Roma", "Milano", "Napoli", "Torino",
  "Firenze", "Venezia", "Genova", "Padova", "Lisboa", "Sevilla", "Zaragoza", "Bruxelles", "Brussel", "Antwerpen", "Anvers", "Gent", "Brugge",
  "Liège", "Den Haag", "'s-Gravenhage", "s-Gravenhage", "København", "Kobenhavn", "Göteborg", "Goteborg", "Genève", "Geneve", "Genf", "Zurich", "Basel", "Bern",
  "Luzern", "București", "Bucuresti", "Beograd", "Athina", "Athinai", "Moskva", "Sankt-Peterburg", "Saint Petersburg", "St Petersburg", "Kiev", "Kyiv", "Lviv", "Odesa", "Kharkiv",
  "Kraków", "Łódź", "Wrocław", "Gdańsk", "Poznań", "Helsinki", "Turku", "Istanbul", "İzmir", "Canton", "Peking", "Hongkong", "Kowloon", "Macau", "Taipei", "Saigon",
  "Ho Chi Minh", "Bombay", "Bangalore", "Bengaluru", "Calcutta", "Madras", "Gurgaon", "Gurugram", "Mexico", "Ciudad de México", "México", "Bogotá", "Jeddah", "Makkah", "Al Quds",
  "Tel Aviv", "Tel Aviv-Yafo", "Montreal", "Québec", "Quebec", "Lyon", "Marseille", "Luxembourg", "Luxemburg", "Bratislava", "Ljubljana", "Tallinn", "Riga", "Vilnius",
  "Ulaanbaatar", "Ujung Pandang", "Jogjakarta", "Ekaterinburg", "Nizhny Novgorod", "Rostov-on-Don", "Nur-Sultan", "Karaganda", "Uralsk", "Aktau", "Kostanay",
  "Las Palmas", "La Coruña", "Seville", "Oporto", "Quebec City", "CDMX",
];
