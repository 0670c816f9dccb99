import { ENDPOINT_STATES } from "#components/admin/endpoints/endpoints-table.tsx";
import { FORMATS } from "#components/admin/endpoints/formats.ts";
import { Badge } from "#components/admin/ui/badge.tsx";
import { Code } from "#components/admin/ui/code.tsx";
import { Facts } from "#components/admin/ui/facts.tsx";
import { Moment } from "#components/admin/ui/moment.tsx";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { momentText } from "#lib/view/console-time.ts";
import { endpointState } from "../../../_connections/endpoint-state.ts";

interface EndpointFactsProps {
  endpoint: EndpointRecord;
  isEditor: boolean;
  now: Instant;
}

/** What it is told, and how it can tell that it is from us. */
export function EndpointFacts({ endpoint, isEditor, now }: EndpointFactsProps) {
  const { url, format, hasSecret, headers, previousSecretUntil, createdAt } = endpoint;
  const isOldSecretGood = previousSecretUntil !== null && previousSecretUntil > now;
  return (
    <Facts
      rows={[
        // Path and query may hold a secret.
        { label: "Address", value: <Code>{isEditor ? url : new URL(url).origin}</Code> },
        { label: "Events look", value: FORMATS[format].name },
        { label: "Signed by", value: format === "shipengine" || hasSecret ? FORMATS[format].signedBy : "nobody: there is no secret" },
        ...(isOldSecretGood ? [{ label: "Old secret ends", value: <Moment moment={momentText(previousSecretUntil, now)} /> }] : []),
        // So may what they hold.
        ...(headers.length > 0 ? [{ label: "Extra headers", value: headers.map(({ name }) => name).join(", ") }] : []),
        { label: "Created", value: <Moment moment={momentText(createdAt, now)} /> },
      ]}
    />
  );
}

export function EndpointStanding({ endpoint, now }: Omit<EndpointFactsProps, "isEditor">) {
  const { state, since } = endpointState(endpoint);
  const { tone, words } = ENDPOINT_STATES[state];
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Badge tone={tone}>{words}</Badge>
      {endpoint.mode === "test" && <Badge>Test</Badge>}
      {state === "off" && endpoint.disabledReason && `Because ${endpoint.disabledReason}.`}
      {since && <Moment moment={momentText(since, now)} />}
    </span>
  );
}
