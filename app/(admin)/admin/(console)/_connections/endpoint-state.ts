import type { EndpointState } from "#components/admin/endpoints/endpoints-table.tsx";
import type { EndpointRecord } from "#lib/notifications/endpoint-record.ts";
import type { Instant } from "#lib/shared/clock.ts";

/** How an endpoint does, and since when where it is not well. */
export function endpointState({ disabledAt, failingSince }: EndpointRecord): { state: EndpointState; since: Instant | null } {
  if (disabledAt !== null) return { state: "off", since: disabledAt };
  return failingSince === null ? { state: "works", since: null } : { state: "failing", since: failingSince };
}
