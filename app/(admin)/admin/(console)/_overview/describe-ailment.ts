import { numberText } from "#components/admin/charts/number-text.ts";
import type { AilmentRow } from "#components/admin/overview/health-panel.tsx";
import type { Ailment } from "#lib/overview/load-health.ts";
import { MOST_AILING } from "#lib/overview/load-health.ts";
import type { SourceState } from "#lib/overview/source-state.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { momentText } from "#lib/view/console-time.ts";
import { endpointTitle } from "../_connections/endpoint-title.ts";

type Described = Omit<AilmentRow, "actions">;
type Describe<Kind extends Ailment["kind"]> = (ailment: Extract<Ailment, { kind: Kind }>, now: Instant) => Omit<Described, "key">;

const SOURCE_TITLES: Partial<Record<SourceState, string>> = {
  unauthorized: "does not take our key",
  unavailable: "does not answer",
  failing: "failed the last time it was asked",
  refused: "sends webhooks that we have to refuse",
};

const REFUSED = "The secret we know is not the one they are signed with, or the token is missing from the address.";

const WORDS: { [Kind in Ailment["kind"]]: Describe<Kind> } = {
  source: ({ source }, now) => ({
    icon: "plug",
    tone: source.state === "failing" ? "warn" : "bad",
    title: `Source “${source.slug}” ${SOURCE_TITLES[source.state] ?? "needs a look"}`,
    text: [
      source.state === "refused" ? REFUSED : (source.health.lastProblem ?? ""),
      source.health.pausedUntil === null ? "" : `We ask again ${momentText(source.health.pausedUntil, now).text}.`,
    ]
      .filter(Boolean)
      .join(" "),
    since: null,
  }),
  endpoint_failing: ({ endpoint, since, waiting }, now) => ({
    icon: "send",
    tone: "bad",
    title: `Endpoint ${endpointTitle(endpoint)} accepts nothing`,
    text: `${upTo(waiting, "event waits", "events wait")} for it. We go on trying.`,
    since: momentText(since, now),
  }),
  endpoint_disabled: ({ endpoint }, now) => ({
    icon: "send",
    tone: "bad",
    title: `Endpoint ${endpointTitle(endpoint)} was switched off`,
    text: `${capitalized(endpoint.disabledReason ?? "it did not work")}. It hears nothing of what happens meanwhile.`,
    since: endpoint.disabledAt && momentText(endpoint.disabledAt, now),
  }),
  deliveries_failed: ({ endpoint, count }) => ({
    icon: "send",
    tone: "warn",
    title: `${upTo(count, "event was", "events were")} given up`,
    text: `Endpoint ${endpointTitle(endpoint)} did not accept them in three days of attempts. It accepts events again.`,
    since: null,
  }),
  domain_lost: ({ host, since, servedUntil }, now) => ({
    icon: "globe",
    tone: "bad",
    title: `${host} no longer leads here`,
    text: servedUntil === null ? "Its proof is gone." : `Its proof is gone. Its pages end ${momentText(servedUntil, now).text}.`,
    since: since && momentText(since, now),
  }),
  payloads_unread: ({ count }) => ({
    icon: "box",
    tone: "warn",
    title: `${upTo(count, "payload", "payloads")} that nobody could read`,
    text: "They are kept as they came. Reading them again helps once what they say is understood, such as after an update.",
    since: null,
  }),
  jobs_dead: ({ count, since }, now) => ({
    icon: "alert",
    tone: "bad",
    title: `${upTo(count, "job", "jobs")} failed too often`,
    text: "Nothing more happens with them until somebody has them tried again.",
    since: momentText(since, now),
  }),
  parcels_silent: ({ count }) => ({
    icon: "clock",
    tone: "info",
    title: `${upTo(count, "parcel has", "parcels have")} had no news for days`,
    text: "They are on the list above, after those that need somebody.",
    since: null,
  }),
  notice: ({ notice }, now) => ({
    icon: "bell",
    tone: "warn",
    title: "Something to know",
    text: notice.message,
    since: momentText(notice.createdAt, now),
  }),
};

/** An ailment in words; its remedy is the page's. */
export function describeAilment(ailment: Ailment, now: Instant): Described {
  const describe = WORDS[ailment.kind] as Describe<Ailment["kind"]>;
  return { key: keyOf(ailment), ...describe(ailment, now) };
}

function keyOf(ailment: Ailment): string {
  if ("source" in ailment) return ailment.source.id;
  if ("endpoint" in ailment) return `${ailment.kind} ${ailment.endpoint.id}`;
  return ailment.kind === "notice" ? ailment.notice.id : ailment.kind === "domain_lost" ? ailment.id : ailment.kind;
}

function upTo(count: number, one: string, many: string): string {
  if (count === 1) return `1 ${one}`;
  return count > MOST_AILING ? `More than ${numberText(MOST_AILING)} ${many}` : `${numberText(count)} ${many}`;
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
