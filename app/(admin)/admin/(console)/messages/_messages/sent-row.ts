import type { SentRow } from "#components/admin/messages/sent-table.tsx";
import type { SuppressedRow } from "#components/admin/messages/suppressed-table.tsx";
import { TOPIC_WORDS } from "#components/admin/messages/topic-words.ts";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import type { SentMessage } from "#lib/messages/list-sent-messages.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { SuppressionRecord } from "#lib/subscriptions/list-suppressions.ts";
import { SHOPS_WORDS } from "#lib/subscriptions/own-word.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { momentText } from "#lib/view/console-time.ts";

export function sentRow(message: SentMessage, { mode, now }: { mode: Mode; now: Instant }): SentRow {
  const { id, kind, topics, channel, addressHint, parcel, state, problem, plannedAt, dueAt, endedAt } = message;
  return {
    id,
    about: kind === "confirmation" ? "Confirmation" : topics.map((topic) => TOPIC_WORDS[topic].label).join(", "),
    channel,
    addressHint,
    parcel: { href: hrefInMode(`/admin/parcels/${parcel.id}`, mode), number: parcel.trackingNumber },
    state,
    moment: momentText(endedAt ?? dueAt ?? plannedAt, now),
    problem,
  };
}

export function suppressedRow({ addressDigest, addressHint, reason, createdAt }: SuppressionRecord, now: Instant): SuppressedRow {
  const canLift = SHOPS_WORDS.includes(reason);
  return { id: addressDigest, addressHint, reason, canLift, since: momentText(createdAt, now) };
}
