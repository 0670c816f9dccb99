const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LONGITUDES = 36_001;

/** Characters of one encoded position. */
export const POSITION_LENGTH = 5;

export interface Position {
  latitude: number;
  longitude: number;
}

/** Latitude and longitude to two decimals as five base-62 characters. */
export function encodePosition({ latitude, longitude }: Position): string {
  let number = Math.round((latitude + 90) * 100) * LONGITUDES + Math.round((longitude + 180) * 100);
  let code = "";
  for (let digit = 0; digit < POSITION_LENGTH; digit++) {
    code = DIGITS.charAt(number % 62) + code;
    number = Math.floor(number / 62);
  }
  return code;
}

export function decodePosition(code: string): Position {
  let number = 0;
  for (const digit of code) number = number * 62 + DIGITS.indexOf(digit);
  return { latitude: Math.floor(number / LONGITUDES) / 100 - 90, longitude: (number % LONGITUDES) / 100 - 180 };
}

/** A small number, such as a zone's place in its country's list, as one character. */
export function encodeIndex(index: number): string {
  const code = DIGITS.charAt(index);
  if (code === "") throw new RangeError(`${index} does not fit one base-62 character`);
  return code;
}

export function decodeIndex(code: string): number {
  return DIGITS.indexOf(code);
}
