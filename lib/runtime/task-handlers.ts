import type { TaskHandlers } from "#lib/jobs/job-queue.ts";
import { deliverEvent } from "#lib/notifications/deliver-event.ts";
import { processPayload } from "#lib/shipments/process-payload.ts";
import { prune } from "#lib/shipments/prune.ts";
import type { Runtime } from "./runtime.ts";

/** Who does which task. */
export function createTaskHandlers(runtime: Runtime): TaskHandlers {
  return {
    process_payload: (payload) => processPayload(runtime, payload),
    deliver_event: (payload) => deliverEvent(runtime, payload),
    prune: () => prune(runtime),
  };
}
