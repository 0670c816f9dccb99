import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { EraseShopper } from "#components/admin/parcels/erase/erase-shopper.island.tsx";
import { ErasureList } from "#components/admin/parcels/erase/erasure-list.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { listErasures } from "#lib/shipments/start-erasure.ts";
import { momentText } from "#lib/view/console-time.ts";
import { eraseShopper, erasureProgress, lookUpShopper } from "../../../_actions/parcels.ts";

export const metadata: Metadata = { title: "Erase a shopper" };

export default async function ErasePage() {
  const { runtime, call } = await openConsole({ role: "owner" });
  const now = runtime.clock.now();
  const erasures = await listErasures(runtime, { merchantId: call.merchant.id });
  return (
    <>
      <PageHeader
        title="Erase a shopper"
        back={{ href: "/admin/parcels", label: "Parcels" }}
        description="When somebody asks to be forgotten: their orders and parcels, live and test, with all that was ever received about them."
      />
      <div className="grid gap-5">
        <Panel title="Whom?">
          <EraseShopper merchant={call.merchant.slug} lookUp={lookUpShopper} erase={eraseShopper} progress={erasureProgress} />
        </Panel>
        <ErasureList erasures={erasures.map((erasure) => ({ ...erasure, begun: momentText(erasure.createdAt, now) }))} />
      </div>
    </>
  );
}
