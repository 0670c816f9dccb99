import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import type { OpenPayload, PayloadLine } from "#components/admin/parcels/inspect/payload-panel.tsx";
import type { Instant } from "#lib/shared/clock.ts";
import type { RawPayload, ReceivedPayload } from "#lib/shipments/inspect-tracker.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { momentText } from "#lib/view/console-time.ts";
import { indentJson } from "#lib/view/indent-json.ts";
import { PROVIDER_NAMES } from "#lib/view/provider-name.ts";

interface Where {
  id: string;
  mode: Mode;
  merchant: string;
}

/** More is read in a program of one's own. */
const SHOWN_CHARACTERS = 20_000;

export function payloadLines(payloads: readonly ReceivedPayload[], where: Where, now: Instant): PayloadLine[] {
  const { id, mode } = where;
  return payloads.map((payload) => ({
    id: payload.id,
    receivedAt: momentText(payload.receivedAt, now),
    from: payload.source === null ? PROVIDER_NAMES[payload.provider] : `${PROVIDER_NAMES[payload.provider]}, by ${payload.source}`,
    remarks: [...(payload.isAnswer ? ["asked for"] : []), ...(payload.isShared ? ["tells of other parcels, too"] : [])],
    outcome: payload.outcome,
    problem: payload.problem,
    showHref: `${hrefInMode(`/admin/parcels/${id}`, mode, { tab: "payloads", payload: payload.id })}#payload`,
  }));
}

export function openPayload(payload: RawPayload, where: Where): OpenPayload {
  const shown = payload.text === null ? null : indentJson(payload.text, SHOWN_CHARACTERS);
  return { id: payload.id, text: shown?.text ?? null, isCut: shown?.isCut ?? false, downloadHref: downloadHref(payload.id, where) };
}

const downloadHref = (payloadId: string, { id, mode, merchant }: Where) =>
  hrefInMode(`/admin/parcels/${id}/payloads/${payloadId}`, mode, { merchant });
