import type { EventLine } from "#components/admin/parcels/inspect/event-panel.tsx";
import { statusWords } from "#components/admin/ui/status-badge.tsx";
import type { PreviousFacts } from "#lib/contracts/tracker-facts.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { ToldEvent } from "#lib/shipments/inspect-tracker.ts";
import { momentText } from "#lib/view/console-time.ts";
import { createTranslator } from "#lib/view/translate.ts";

const t = createTranslator("en");

export function eventLines(events: readonly ToldEvent[], now: Instant): EventLine[] {
  return events.map(({ id, type, createdAt, previous, status, substatus, deliveries }) => ({
    id,
    at: momentText(createdAt, now),
    title: type === "tracker.created" ? `Registered: ${statusWords(status)}` : `${statusWords(status)}: ${t(`substatus.${substatus}`)}`,
    changes: changesFrom(previous),
    deliveries: deliveries.map((delivery) => ({
      id: delivery.id,
      url: delivery.url,
      href: `/admin/endpoints/${delivery.endpointId}`,
      state: delivery.state,
      attempts: delivery.attempts,
      next: delivery.nextAttemptAt && momentText(delivery.nextAttemptAt, now),
    })),
  }));
}

/** What it was before, fact by fact. */
function changesFrom(previous: PreviousFacts): string[] {
  const { status, substatus, estimatedDelivery, scanCount, signedBy, serviceLevel, weightOz } = previous;
  const changes = [
    status !== undefined && `Status before: ${statusWords(status)}`,
    substatus !== undefined && status === undefined && `Before: ${t(`substatus.${substatus}`)}`,
    estimatedDelivery !== undefined && `Delivery day before: ${estimatedDelivery?.on ?? "none"}`,
    scanCount !== undefined && `Scans before: ${scanCount}`,
    signedBy !== undefined && `Signed by, before: ${signedBy ?? "nobody"}`,
    serviceLevel !== undefined && `Service before: ${serviceLevel ?? "not told"}`,
    weightOz !== undefined && `Weight before: ${weightOz === null ? "not told" : `${weightOz} oz`}`,
  ];
  return changes.filter((change) => change !== false);
}
