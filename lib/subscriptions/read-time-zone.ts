const ZONE = /^[A-Za-z_]+(?:\/[A-Za-z\d_+-]+){0,2}$/;

/** A zone as a browser names it; null for what no clock goes by. */
export function readTimeZone(text: string | null): string | null {
  if (text === null || text.length > 64 || !ZONE.test(text)) return null;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return text;
  } catch {
    return null;
  }
}
