import { sendResetLink } from "#lib/accounts/send-reset-link.ts";
import { closeSandboxes } from "#lib/demo/close-sandboxes.ts";
import { checkDomains } from "#lib/domains/check-domains.ts";
import { importParcels } from "#lib/imports/import-parcels.ts";
import type { TaskHandlers } from "#lib/jobs/job-queue.ts";
import { sendQueuedMail } from "#lib/mail/send-queued-mail.ts";
import { sendMessage } from "#lib/messages/send-message.ts";
import { deliverEvent } from "#lib/notifications/deliver-event.ts";
import { count } from "#lib/overview/count.ts";
import { prune } from "#lib/retention/prune.ts";
import { checkSenders } from "#lib/senders/check-senders.ts";
import { eraseShopper } from "#lib/shipments/erase-shopper.ts";
import { processPayload } from "#lib/shipments/process-payload.ts";
import { assignSources } from "#lib/sources/assign-sources.ts";
import { checkTracker } from "#lib/sources/check-tracker.ts";
import { findDueTrackers } from "#lib/sources/find-due-trackers.ts";
import type { Runtime } from "./runtime.ts";

/** Who does which task. */
export function createTaskHandlers(runtime: Runtime): Required<TaskHandlers> {
  return {
    process_payload: (payload) => processPayload(runtime, payload),
    deliver_event: (payload) => deliverEvent(runtime, payload),
    check_tracker: (payload) => checkTracker(runtime, payload),
    find_due_trackers: () => findDueTrackers(runtime),
    assign_sources: (payload) => assignSources(runtime, payload),
    prune: () => closeSandboxes(runtime).then(() => prune(runtime)),
    send_mail: (payload) => sendQueuedMail(runtime, payload),
    send_reset_link: (payload) => sendResetLink(runtime, payload),
    check_domains: () => checkDomains(runtime),
    import_parcels: (payload) => importParcels(runtime, payload),
    erase_shopper: (payload) => eraseShopper(runtime, payload),
    send_message: (payload) => sendMessage(runtime, payload),
    check_senders: () => checkSenders(runtime),
    count: () => count(runtime),
  };
}
