import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { AuditFilter } from "#components/admin/audit/audit-filter.tsx";
import { AuditList, type AuditRow } from "#components/admin/audit/audit-list.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { listMembers } from "#lib/accounts/list-members.ts";
import { listAuditEntries } from "#lib/audit/list-audit-entries.ts";
import { momentText } from "#lib/view/console-time.ts";
import { pageLinks, readPageRequest } from "../_connections/read-page.ts";

export const metadata: Metadata = { title: "Audit log" };

const PAGE = 50;
const PATH = "/admin/audit";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const { runtime, call } = await openConsole();
  const asked = await searchParams;
  const person = readFilter(asked.person);
  const action = readFilter(asked.action);
  const merchantId = call.merchant.id;
  const request = readPageRequest(asked, PAGE);
  const [page, members] = await Promise.all([
    listAuditEntries(runtime, { merchantId, userId: person ?? undefined, action: action ?? undefined, page: request }),
    listMembers(runtime, { merchantId }),
  ]);
  const now = runtime.clock.now();
  const entries = (page.kind === "page" ? page.rows : []).map(
    ({ at, userId, ...entry }): AuditRow => ({
      ...entry,
      at: momentText(at, now),
      actorHref: userId && hrefInMode(PATH, "production", { person: userId }),
    }),
  );
  const links = pageLinks(page, request, { path: PATH, mode: "production", filter: { person, action } });
  const isFiltered = person !== null || action !== null;
  return (
    <>
      <PageHeader title="Audit log" description="Who did what in this console. Entries are kept for a year, and nobody can change them." />
      <div className="grid gap-5">
        <AuditFilter people={members.map(({ userId, name }) => ({ id: userId, name }))} person={person} action={action} />
        <Panel isFlush footer={links && <Pager {...links} />}>
          {entries.length === 0 ? (
            <EmptyState icon="list" title={isFiltered ? "Nothing of the kind" : "Nothing has been done yet"}>
              {isFiltered
                ? "Nobody did that, or it was more than a year ago."
                : "Publishing a brand, creating a key, inviting somebody: whatever changes something leaves a line here."}
            </EmptyState>
          ) : (
            <AuditList entries={entries} />
          )}
        </Panel>
      </div>
    </>
  );
}

const readFilter = (asked: string | string[] | undefined): string | null => (typeof asked === "string" && asked !== "" ? asked : null);
