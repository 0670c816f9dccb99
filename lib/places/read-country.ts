import { placeKey } from "./place-key.ts";
import { COUNTRY_CODES, isCountryCode } from "./zone-tables.ts";

/** ISO 3166-1 alpha-3 and alpha-2, five letters each. */
const ALPHA_3 =
  "AFGAFALBALDZADZASMASANDADAGOAOAIAAIATAAQATGAGARGARARMAMABWAWAUSAUAUTATAZEAZBHSBSBHRBHBGDBDBRBBBBLRBYBELBEBLZBZBENBJBMUBMBTNBTBOLBO" +
  "BIHBABWABWBVTBVBRABRIOTIOBRNBNBGRBGBFABFBDIBIKHMKHCMRCMCANCACPVCVCYMKYCAFCFTCDTDCHLCLCHNCNCXRCXCCKCCCOLCOCOMKMCOGCGCODCDCOKCKCRICR" +
  "CIVCIHRVHRCUBCUCYPCYCZECZDNKDKDJIDJDMADMDOMDOECUECEGYEGSLVSVGNQGQERIERESTEEETHETFLKFKFROFOFJIFJFINFIFRAFRGUFGFPYFPFATFTFGABGAGMBGM" +
  "GEOGEDEUDEGHAGHGIBGIGRCGRGRLGLGRDGDGLPGPGUMGUGTMGTGINGNGNBGWGUYGYHTIHTHMDHMVATVAHNDHNHKGHKHUNHUISLISINDINIDNIDIRNIRIRQIQIRLIEISRIL" +
  "ITAITJAMJMJPNJPJORJOKAZKZKENKEKIRKIPRKKPKORKRKWTKWKGZKGLAOLALVALVLBNLBLSOLSLBRLRLBYLYLIELILTULTLUXLUMACMOMDGMGMWIMWMYSMYMDVMVMLIML" +
  "MLTMTMHLMHMTQMQMRTMRMUSMUMYTYTMEXMXFSMFMMDAMDMCOMCMNGMNMSRMSMARMAMOZMZMMRMMNAMNANRUNRNPLNPNLDNLNCLNCNZLNZNICNINERNENGANGNIUNUNFKNF" +
  "MNPMPMKDMKNORNOOMNOMPAKPKPLWPWPSEPSPANPAPNGPGPRYPYPERPEPHLPHPCNPNPOLPLPRTPTPRIPRQATQAREUREROURORUSRURWARWSHNSHKNAKNLCALCSPMPMVCTVC" +
  "WSMWSSMRSMSTPSTSAUSASENSNSYCSCSLESLSGPSGSVKSKSVNSISLBSBSOMSOZAFZASGSGSESPESLKALKSDNSDSURSRSJMSJSWZSZSWESECHECHSYRSYTWNTWTJKTJTZATZ" +
  "THATHTLSTLTGOTGTKLTKTONTOTTOTTTUNTNTURTRTKMTMTCATCTUVTVUGAUGUKRUAAREAEGBRGBUSAUSUMIUMURYUYUZBUZVUTVUVENVEVNMVNVGBVGVIRVIWLFWFESHEH" +
  "YEMYEZMBZMZWEZWALAAXBESBQCUWCWGGYGGIMNIMJEYJEMNEMEBLMBLMAFMFSRBRSSXMSXSSDSSXKKXK";

/** Spellings of carriers that neither ISO nor Intl lists. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  "great britain": "GB",
  "united states of america": "US",
  "us america": "US",
  "hong kong": "HK",
  "hong kong sar": "HK",
  macau: "MO",
  macao: "MO",
  korea: "KR",
  "republic of korea": "KR",
  "korea republic of": "KR",
  "russian federation": "RU",
  "viet nam": "VN",
  "czech republic": "CZ",
  turkey: "TR",
  turkiye: "TR",
  holland: "NL",
  "the netherlands": "NL",
  "peoples republic of china": "CN",
  "china peoples republic": "CN",
  "china mainland": "CN",
  "mainland china": "CN",
  "taiwan china": "TW",
  "united arab emirates": "AE",
  uae: "AE",
  deutschland: "DE",
  osterreich: "AT",
  schweiz: "CH",
  italia: "IT",
  espana: "ES",
  brasil: "BR",
  "ivory coast": "CI",
  laos: "LA",
  macedonia: "MK",
  moldova: "MD",
  "republic of ireland": "IE",
  burma: "MM",
};

const byAlpha3 = new Map(
  Array.from({ length: ALPHA_3.length / 5 }, (_, i) => [ALPHA_3.slice(i * 5, i * 5 + 3), ALPHA_3.slice(i * 5 + 3, i * 5 + 5)]),
);

let byName: Map<string, string> | null = null;
function namedCountries(): Map<string, string> {
  const english = new Intl.DisplayNames("en", { type: "region" });
  return new Map([
    ...COUNTRY_CODES.map((code): [string, string] => [placeKey(english.of(code) ?? code), code]),
    ...Object.entries(OTHER_NAMES),
  ]);
}

/** `DE`, `DEU`, `Germany`, `UNITED STATES` → ISO 3166-1 alpha-2; null for anything else. */
export function readCountry(text: string | null): string | null {
  const upper = text?.trim().toUpperCase() ?? "";
  if (upper === "") return null;
  if (isCountryCode(upper)) return upper;
  const alpha2 = byAlpha3.get(upper);
  if (alpha2 !== undefined && isCountryCode(alpha2)) return alpha2;
  byName ??= namedCountries();
  return byName.get(placeKey(upper)) ?? null;
}
