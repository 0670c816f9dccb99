import { ActionButton } from "#components/admin/overview/action-button.island.tsx";
import { EventPanel } from "#components/admin/parcels/inspect/event-panel.tsx";
import { MetadataPanel } from "#components/admin/parcels/inspect/metadata-panel.tsx";
import { OrderPanel } from "#components/admin/parcels/inspect/order-panel.tsx";
import { PayloadPanel } from "#components/admin/parcels/inspect/payload-panel.tsx";
import { VendorsPanel } from "#components/admin/parcels/inspect/vendors-panel.tsx";
import { ParcelSnippetsPanel } from "#components/admin/snippets/parcel-snippets.tsx";
import type { Brand } from "#lib/branding/brand.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { getTrackerPayload, type InspectedTracker, listTrackerEvents, listTrackerPayloads } from "#lib/shipments/inspect-tracker.ts";
import { loadParcelSnippets } from "#lib/shipments/load-parcel-snippets.ts";
import { inspectVendors } from "#lib/view/inspect-vendors.ts";
import { reread } from "../../../_actions/parcels.ts";
import { formsOf } from "../../snippets/_snippets/forms-of.ts";
import { previewOf } from "../../snippets/_snippets/preview-of.ts";
import { eventLines } from "./event-lines.ts";
import { orderLines } from "./order-lines.ts";
import { openPayload, payloadLines } from "./payload-lines.ts";

export const TABS = ["vendors", "payloads", "events", "order", "mail"] as const;
export type Tab = (typeof TABS)[number];

interface TabContentProps {
  runtime: Runtime;
  parcel: InspectedTracker;
  caller: { merchantId: `mrc_${string}`; mode: InspectedTracker["mode"] };
  merchant: string;
  brand: Brand;
  isEditor: boolean;
  tab: Tab;
  /** The payload that is open. */
  payloadId: string | null;
  now: Instant;
}

/** The proof behind the answer: what vendors said, what came in, who was told, and the order. */
export async function TabContent({ runtime, parcel, caller, merchant, brand, isEditor, tab, payloadId, now }: TabContentProps) {
  const { id, mode } = parcel;
  const input = { caller, id };
  switch (tab) {
    case "vendors":
      return <VendorsPanel {...inspectVendors({ ...parcel, now })} />;
    case "payloads": {
      const [payloads, raw] = await Promise.all([
        listTrackerPayloads(runtime, input),
        payloadId === null ? null : getTrackerPayload(runtime, { ...input, payloadId }),
      ]);
      return (
        <PayloadPanel
          lines={payloadLines(payloads, { id, mode, merchant }, now)}
          open={raw && openPayload(raw, { id, mode, merchant })}
          actions={
            isEditor && (
              <ActionButton action={reread} merchant={merchant} input={{ mode, id }} icon="refresh">
                Read all again
              </ActionButton>
            )
          }
        />
      );
    }
    case "events":
      return <EventPanel events={eventLines(await listTrackerEvents(runtime, input), now)} />;
    case "order":
      return (
        <div className="grid gap-4">
          <OrderPanel order={orderLines(parcel, now)} />
          <MetadataPanel metadata={parcel.metadata} />
        </div>
      );
    case "mail": {
      const snippets = await loadParcelSnippets(runtime, { ...input, merchant: { slug: merchant, brand }, lang: null });
      if (!snippets) return null;
      return <ParcelSnippetsPanel forms={isEditor ? formsOf(snippets, PRIVATE_LINK) : null} preview={previewOf(snippets, merchant)} />;
    }
  }
}

const PRIVATE_LINK = "The private page, with order and items, for whoever has the link. Revoking the link ends it in mails, too.";
