/** A colour as it was pasted or typed, as a brand keeps it: with its hash, in small letters. What is no colour yet stays as it is. */
export function tidyHex(text: string): string {
  const tidy = text.trim().toLowerCase();
  return /^[0-9a-f]{6}$/.test(tidy) ? `#${tidy}` : /^#[0-9a-f]*$/.test(tidy) ? tidy : text.trim();
}

/** As the browser's own picker takes it; null for what is no colour. */
export function sixDigits(text: string): string | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`.toLowerCase();
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : null;
}
