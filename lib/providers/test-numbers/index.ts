import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import { isEasyPostTestNumber, isShippoTestNumber, isTestNumber } from "#lib/carriers/test-numbers.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";
import { easyPostTestTracker } from "./easypost-numbers.ts";
import { shippoTestTrack } from "./shippo-numbers.ts";
import { createStage } from "./stage.ts";

export { isTestNumber };

export interface TestNumberPayload {
  provider: ProviderName;
  payload: unknown;
}

/** What its vendor would tell of a test number at this moment; null for any other number. */
export function testNumberPayload(carrier: CarrierSlug, trackingNumber: string, now: Instant): TestNumberPayload | null {
  if (!isTestNumber(carrier, trackingNumber)) return null;
  const stage = createStage(now);
  if (isShippoTestNumber(trackingNumber)) return { provider: "shippo", payload: shippoTestTrack(stage, trackingNumber) };
  return isEasyPostTestNumber(trackingNumber)
    ? { provider: "easypost", payload: easyPostTestTracker(stage, trackingNumber, carrier) }
    : null;
}
