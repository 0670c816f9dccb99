/** Words that say what a facility is, not where. */
const FACILITY_WORDS = new Set(
  (
    "air airport airmail annex area branch bulk bureau carrier cargo center centre customs delivery depot destination distribution dhl domestic " +
    "exchange express facility fedex gateway ground hub inbound int intake intl international ipc ipz isc linehaul local logistics mail main mega metro national ndc " +
    "network office operations origin outbound package packages parcel post processing ramp rdc regional sort sortation sorting station " +
    "superhub terminal transit unit ups usps warehouse"
  ).split(" "),
);

export function isFacilityWord(word: string): boolean {
  return FACILITY_WORDS.has(word.toLowerCase());
}
