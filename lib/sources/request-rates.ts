import type { CodeProvider } from "#lib/carriers/catalog.ts";
import { MINUTE_MS } from "#lib/shared/clock.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";

/**
 * Requests a minute to one account's API. Four fifths of what is documented, because the account's owner asks as well:
 * EasyPost 5 a second for lists; Shippo 500 for tracks, 50 with a test key; ShipEngine 200, 20 in its sandbox.
 */
const REQUESTS_PER_MINUTE: Readonly<Record<CodeProvider, Readonly<Record<Mode, number>>>> = {
  easypost: { production: 240, test: 240 },
  shippo: { production: 400, test: 40 },
  shipengine: { production: 160, test: 16 },
};

export function requestIntervalMs(provider: CodeProvider, mode: Mode): number {
  return Math.ceil(MINUTE_MS / REQUESTS_PER_MINUTE[provider][mode]);
}
