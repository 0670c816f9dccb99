/** (c) The same look-up, view and components as a page of server components. */
import { Page } from "#components/tracking/page.tsx";
import { findCarrier } from "#lib/carriers/catalog.ts";
import { readConfig } from "#lib/config/config.ts";
import { findMerchantForHost } from "#lib/merchants/find-merchant.ts";
import { createRuntime, type Runtime } from "#lib/runtime/runtime.ts";
import { loadTrackingPage } from "#lib/shipments/load-tracking-page.ts";
import { buildTrackingView } from "#lib/view/build-tracking-view.ts";
import { viewMoment } from "#lib/view/view-moment.ts";

export const dynamic = "force-dynamic";

const holder = globalThis as typeof globalThis & { __benchRuntime?: Promise<Runtime> };

export default async function TrackingPage({ params }: { params: Promise<{ carrier: string; trackingNumber: string }> }) {
  holder.__benchRuntime ??= createRuntime(readConfig(process.env));
  const runtime = await holder.__benchRuntime;
  const { carrier, trackingNumber } = await params;
  const merchant = await findMerchantForHost(runtime, null);
  const slug = findCarrier(carrier)?.slug;
  const page = slug && (await loadTrackingPage(runtime, { merchantId: merchant.id, carrier: slug, trackingNumber, key: null }));
  if (page?.kind !== "found") return <p>unknown</p>;
  const view = buildTrackingView({
    merchant,
    tracker: page.tracker,
    routeMap: page.routeMap,
    checkedAt: page.checkedAt,
    updatedAt: page.updatedAt,
    order: null,
    viewer: { tier: "public", lang: "en", locale: "en-US", theme: null, langIsChosen: false, pathPrefix: "", key: null },
    now: viewMoment(page.tracker, runtime.clock.now()),
  });
  return <Page view={view} theme={null} />;
}
