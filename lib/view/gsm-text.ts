/** The alphabet of GSM 03.38: a message in it holds 160 signs; one sign outside it, and it holds 70. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Those that take the room of two. */
const EXTENDED = new Set("^{}\\[~]|€");

const isGsmText = (text: string) => [...text].every((sign) => BASIC.has(sign) || EXTENDED.has(sign));

/** How many messages of the network a text takes. In one of several, a part of the room says which it is. */
export function countSms(text: string): number {
  const [alone, joined] = isGsmText(text) ? [160, 153] : [70, 67];
  const length = lengthOf(text);
  return length <= alone ? 1 : Math.ceil(length / joined);
}

/** In the unit the network counts. */
function lengthOf(text: string): number {
  if (!isGsmText(text)) return text.length;
  return [...text].reduce((sum, sign) => sum + (EXTENDED.has(sign) ? 2 : 1), 0);
}

const TYPEWRITTEN: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "–": "-",
  "—": "-",
  "…": "...",
  "·": "-",
  "\u00a0": " ",
  "\u202f": " ",
  "\u00ad": "",
};

/** As a typewriter would put it, where all of it can be said so; else as it is. */
export function toGsmText(text: string): string {
  const typed = [...text].map(typewritten).join("");
  return isGsmText(typed) ? typed : text;
}

function typewritten(sign: string): string {
  if (BASIC.has(sign) || EXTENDED.has(sign)) return sign;
  return TYPEWRITTEN[sign] ?? sign.normalize("NFD").replaceAll(/\p{Mn}/gu, "");
}
