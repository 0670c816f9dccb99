import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { NewParcels } from "#components/admin/new-parcel/new-parcels.island.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { TabLinks } from "#components/admin/ui/tab-links.tsx";
import { CARRIERS } from "#lib/carriers/catalog.ts";
import { listSources } from "#lib/sources/list-sources.ts";
import { checkNumbers, createParcels } from "../../../_actions/create-parcel.ts";

export const metadata: Metadata = { title: "Add parcels" };

export default async function NewParcelPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { runtime, call } = await openConsole({ role: "editor" });
  const mode = readMode(await searchParams);
  const sources = await listSources(runtime, { merchantId: call.merchant.id, mode });
  const isAsked = sources.some(({ isPolled, disabledAt }) => isPolled && disabledAt === null);
  return (
    <>
      <PageHeader
        title="Add parcels"
        back={{ href: mode === "test" ? "/admin/parcels?mode=test" : "/admin/parcels", label: "Parcels" }}
        actions={
          <LinkButton href={`/admin/imports?mode=${mode}`} icon="upload">
            Import a file
          </LinkButton>
        }
      />
      <div className="grid gap-5">
        <TabLinks
          label="Which books"
          tabs={[
            { href: "/admin/parcels/new", label: "Real parcels", isCurrent: mode === "production" },
            { href: "/admin/parcels/new?mode=test", label: "Test parcels", isCurrent: mode === "test" },
          ]}
        />
        {!isAsked && mode === "production" && (
          <Notice
            tone="info"
            title="Nobody will be asked for news of these parcels"
            actions={
              <LinkButton size="small" href="/admin/sources">
                Sources
              </LinkButton>
            }
          >
            No source of yours is polled. Their pages show what comes by webhook, or what is pushed by the API.
          </Notice>
        )}
        {mode === "test" && (
          <Notice tone="info">
            Test numbers such as EZ2000000002 or SHIPPO_TRANSIT need no source: they stand in their state at once.
          </Notice>
        )}
        <NewParcels
          key={mode}
          merchant={call.merchant.slug}
          mode={mode}
          carriers={CARRIERS.filter(({ isTest }) => !isTest || mode === "test").map(({ slug, name }) => ({ slug, name }))}
          check={checkNumbers}
          create={createParcels}
        />
      </div>
    </>
  );
}
