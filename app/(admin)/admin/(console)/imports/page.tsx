import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { ExportDialog } from "#components/admin/exports/export-dialog.island.tsx";
import { ImportDrop } from "#components/admin/imports/import-drop.island.tsx";
import { ImportsTable } from "#components/admin/imports/imports-table.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { TabLinks } from "#components/admin/ui/tab-links.tsx";
import { EXPORT_COLUMNS } from "#lib/imports/export-columns.ts";
import { listImports } from "#lib/imports/list-imports.ts";
import { hasRole } from "#lib/shared/role.ts";
import { momentText } from "#lib/view/console-time.ts";

export const metadata: Metadata = { title: "Imports" };

const ON_A_PAGE = 20;

export default async function ImportsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { runtime, call } = await openConsole();
  const query = await searchParams;
  const mode = readMode(query);
  const before = typeof query.before === "string" ? query.before : undefined;
  const page = await listImports(runtime, {
    caller: { merchantId: call.merchant.id, mode },
    page: { limit: ON_A_PAGE, ...(before !== undefined && { beforeId: before }) },
  });
  const { rows, hasMore } = page.kind === "page" ? page : { rows: [], hasMore: false };
  const now = runtime.clock.now();
  const address = `/admin/imports?mode=${mode}`;
  return (
    <>
      <PageHeader
        title="Imports"
        description="Bring in many parcels at once, from a table that your shop or your warehouse has exported; or take a list of yours with you."
        actions={
          <>
            <LinkButton href={`/admin/imports-files/template?merchant=${call.merchant.slug}`} icon="download" isPlain download>
              Template
            </LinkButton>
            <ExportDialog
              merchant={call.merchant.slug}
              query={`mode=${mode}`}
              columns={EXPORT_COLUMNS.map(({ name, description }) => ({ name, description }))}
              canLink={hasRole(call.role, "editor")}
            />
          </>
        }
      />
      <div className="grid gap-5">
        <TabLinks
          label="Which books"
          tabs={[
            { href: "/admin/imports", label: "Real parcels", isCurrent: mode === "production" },
            { href: "/admin/imports?mode=test", label: "Test parcels", isCurrent: mode === "test" },
          ]}
        />
        {hasRole(call.role, "editor") && <ImportDrop merchant={call.merchant.slug} mode={mode} />}
        <Panel title="Files so far" isFlush>
          {rows.length === 0 ? (
            <EmptyState icon="upload" title="No file has been imported yet">
              {hasRole(call.role, "editor") ? "Rows that are in are forgotten; what is wrong with others, stays here to be mended." : null}
            </EmptyState>
          ) : (
            <ImportsTable rows={rows.map((row) => ({ ...row, createdAt: momentText(row.createdAt, now) }))} />
          )}
        </Panel>
        <Pager newerHref={before === undefined ? null : address} olderHref={hasMore ? `${address}&before=${rows.at(-1)?.id}` : null} />
      </div>
    </>
  );
}
