/** A check digit's rule: from the characters it guards to the character expected. */
export type CheckDigitRule = (payload: string) => string;

const digitsOf = (text: string): number[] => Array.from(text, Number);
const toTen = (sum: number): string => String((10 - (sum % 10)) % 10);

/** Weights repeat from the left. */
function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index % weights.length] ?? 0), 0);
}

/** GS1's mod 10: weights 3, 1, 3, 1 … from the right. USPS, FedEx Ground, Canada Post and every SSCC use it. */
const gs1: CheckDigitRule = (payload) => toTen(weightedSum(digitsOf(payload).reverse(), [3, 1]));

/** Mod 10 with weights 1, 2, 1, 2 … from the left; a letter counts as its place in the alphabet plus one, A = 2. */
const ups: CheckDigitRule = (payload) =>
  toTen(
    weightedSum(
      Array.from(payload, (char) => (/\d/.test(char) ? Number(char) : (char.charCodeAt(0) - 63) % 10)),
      [1, 2],
    ),
  );

/** Mod 10, every second digit from the right doubled and its digits added. */
const luhn: CheckDigitRule = (payload) =>
  toTen(
    digitsOf(payload)
      .reverse()
      .reduce((sum, digit, index) => sum + (index % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0),
  );

/** FedEx: weights 1, 3, 7 from the right, the sum mod 11, of that the last digit. */
const fedex: CheckDigitRule = (payload) => String((weightedSum(digitsOf(payload).reverse(), [1, 3, 7]) % 11) % 10);

/** The whole number mod 7, taken digit by digit so that length does not matter. */
const mod7: CheckDigitRule = (payload) => String(digitsOf(payload).reduce((rest, digit) => (rest * 10 + digit) % 7, 0));

/** The postal union's S10: fixed weights, 11 minus the sum mod 11, where 10 is written 0 and 11 is written 5. */
const s10: CheckDigitRule = (payload) => {
  const check = 11 - (weightedSum(digitsOf(payload), [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return check === 10 ? "0" : check === 11 ? "5" : String(check);
};

const BASE_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** ISO 7064 mod 37,36, used by DPD: the check character may be a letter. */
const iso7064Mod37x36: CheckDigitRule = (payload) => {
  let check = 36;
  for (const char of payload) {
    check = (check + BASE_36.indexOf(char)) % 36 || 36;
    check = (check * 2) % 37;
  }
  return BASE_36.charAt((37 - check) % 36);
};

export const CHECK_DIGIT_RULES = { gs1, ups, luhn, fedex, mod7, s10, iso7064Mod37x36 } as const satisfies Record<string, CheckDigitRule>;

export type CheckDigitRuleName = keyof typeof CHECK_DIGIT_RULES;
