/** How numbers are dialled inside a country: ITU-T E.123 and E.164 national plans, of the countries most parcels go to. */
export interface DialingPlan {
  /** After the `+`. */
  code: string;
  /** What people write before a number at home and leave out from abroad; empty where there is nothing to leave out. */
  trunk: string;
  /** Digits of a mobile number after the code and without the trunk prefix: fewest, most. */
  digits: readonly [fewest: number, most: number];
}

type PlanRow = readonly [country: string, code: string, trunk: string, fewest: number, most: number];

const ROWS: readonly PlanRow[] = [
  ["US", "1", "1", 10, 10],
  ["CA", "1", "1", 10, 10],
  ["PR", "1", "1", 10, 10],
  ["MX", "52", "", 10, 10],
  ["BR", "55", "0", 10, 11],
  ["AR", "54", "0", 10, 11],
  ["CL", "56", "", 9, 9],
  ["CO", "57", "", 10, 10],
  ["PE", "51", "0", 9, 9],
  ["GB", "44", "0", 10, 10],
  ["IE", "353", "0", 9, 9],
  ["FR", "33", "0", 9, 9],
  ["DE", "49", "0", 10, 11],
  ["AT", "43", "0", 9, 13],
  ["CH", "41", "0", 9, 9],
  ["LI", "423", "", 7, 9],
  ["LU", "352", "", 9, 9],
  ["BE", "32", "0", 9, 9],
  ["NL", "31", "0", 9, 9],
  ["DK", "45", "", 8, 8],
  ["NO", "47", "", 8, 8],
  ["SE", "46", "0", 9, 9],
  ["FI", "358", "0", 8, 10],
  ["IS", "354", "", 7, 7],
  ["EE", "372", "", 7, 8],
  ["LV", "371", "", 8, 8],
  ["LT", "370", "0", 8, 8],
  ["PL", "48", "", 9, 9],
  ["CZ", "420", "", 9, 9],
  ["SK", "421", "0", 9, 9],
  ["HU", "36", "06", 9, 9],
  ["RO", "40", "0", 9, 9],
  ["BG", "359", "0", 9, 9],
  ["GR", "30", "", 10, 10],
  ["CY", "357", "", 8, 8],
  ["MT", "356", "", 8, 8],
  ["SI", "386", "0", 8, 8],
  ["HR", "385", "0", 8, 9],
  ["RS", "381", "0", 8, 9],
  ["IT", "39", "", 9, 10],
  ["ES", "34", "", 9, 9],
  ["PT", "351", "", 9, 9],
  ["UA", "380", "0", 9, 9],
  ["TR", "90", "0", 10, 10],
  ["IL", "972", "0", 9, 9],
  ["AE", "971", "0", 9, 9],
  ["SA", "966", "0", 9, 9],
  ["QA", "974", "", 8, 8],
  ["KW", "965", "", 8, 8],
  ["BH", "973", "", 8, 8],
  ["OM", "968", "", 8, 8],
  ["JO", "962", "0", 9, 9],
  ["EG", "20", "0", 10, 10],
  ["MA", "212", "0", 9, 9],
  ["ZA", "27", "0", 9, 9],
  ["KE", "254", "0", 9, 9],
  ["NG", "234", "0", 10, 10],
  ["IN", "91", "0", 10, 10],
  ["PK", "92", "0", 10, 10],
  ["JP", "81", "0", 10, 10],
  ["KR", "82", "0", 9, 10],
  ["CN", "86", "", 11, 11],
  ["HK", "852", "", 8, 8],
  ["TW", "886", "0", 9, 9],
  ["SG", "65", "", 8, 8],
  ["MY", "60", "0", 9, 10],
  ["TH", "66", "0", 9, 9],
  ["VN", "84", "0", 9, 9],
  ["PH", "63", "0", 10, 10],
  ["ID", "62", "0", 9, 12],
  ["AU", "61", "0", 9, 9],
  ["NZ", "64", "0", 8, 10],
];

const plans = new Map(ROWS.map(([country, code, trunk, ...digits]): [string, DialingPlan] => [country, { code, trunk, digits }]));

/** Null for a country whose numbers we ask for with `+`. */
export const dialingPlanOf = (country: string | null): DialingPlan | null => plans.get(country ?? "") ?? null;
