import type { ZoneName } from "#lib/tracking/event-time.ts";

const ZONE = /^[A-Za-z_]+(?:\/[A-Za-z\d_+-]+){0,2}$/;
const LONGEST = 64;

/** A zone as a browser names it; null for what no clock goes by. */
export function readTimeZone(text: string | null): ZoneName | null {
  return text !== null && text.length <= LONGEST && ZONE.test(text) && isZone(text) ? text : null;
}

function isZone(name: string): name is ZoneName {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
