import { providers } from "#lib/providers/registry.ts";
import { testNumberPayload } from "#lib/providers/test-numbers/index.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { TrackerSnapshot } from "#lib/tracking/snapshot.ts";
import type { ParcelIdentity } from "./new-tracker-row.ts";

/** What is told of a test number at this moment; null for any other number, and outside test mode. */
export function readTestNumber({ mode, carrier, trackingNumber }: ParcelIdentity, now: Instant): TrackerSnapshot | null {
  const told = mode === "test" ? testNumberPayload(carrier, trackingNumber, now) : null;
  if (told === null) return null;
  const reading = providers[told.provider].read(told.payload, { mode });
  const snapshot = reading.kind === "snapshots" ? reading.snapshots[0] : undefined;
  if (snapshot === undefined) throw new AppError("internal", { message: "A test number tells nothing.", details: { reading } });
  return { ...snapshot, carrier };
}
