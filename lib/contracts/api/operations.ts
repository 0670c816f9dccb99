import type { Operation, OperationGroup } from "./operation.ts";
import { brand } from "./operations/brand.ts";
import { endpoints } from "./operations/endpoints.ts";
import { events } from "./operations/events.ts";
import { keys } from "./operations/keys.ts";
import { notices } from "./operations/notices.ts";
import { orders } from "./operations/orders.ts";
import { payloads } from "./operations/payloads.ts";
import { snippets } from "./operations/snippets.ts";
import { sources } from "./operations/sources.ts";
import { subscriptions } from "./operations/subscriptions.ts";
import { trackers } from "./operations/trackers.ts";

/** Where our API begins. */
export const API_ROOT = "/api/v1";

/** Everything our API does, in the order in which one learns it. */
export const OPERATION_GROUPS: readonly OperationGroup[] = [
  trackers,
  orders,
  snippets,
  subscriptions,
  endpoints,
  events,
  brand,
  sources,
  payloads,
  notices,
  keys,
];

export const OPERATIONS: readonly Operation[] = OPERATION_GROUPS.flatMap(({ operations }) => operations);
