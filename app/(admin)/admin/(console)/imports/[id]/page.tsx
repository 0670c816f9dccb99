import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ConsoleCall } from "#app/_server/console/console-call.ts";
import { openConsole } from "#app/_server/console/open-console.ts";
import { ImportProgress } from "#components/admin/imports/import-progress.island.tsx";
import { rowsText } from "#components/admin/imports/import-states.ts";
import { PlanForm } from "#components/admin/imports/plan-form.island.tsx";
import { ProblemsTable } from "#components/admin/imports/problems-table.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { Moment } from "#components/admin/ui/moment.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { CARRIERS } from "#lib/carriers/catalog.ts";
import { getImport } from "#lib/imports/get-import.ts";
import { IMPORT_FIELDS, type ImportField } from "#lib/imports/import-fields.ts";
import { buildImportProgress } from "#lib/imports/import-progress.ts";
import type { ImportRecord } from "#lib/imports/import-record.ts";
import { listProblems } from "#lib/imports/list-problems.ts";
import { loadDraft } from "#lib/imports/preview-import.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { hasRole } from "#lib/shared/role.ts";
import { momentText } from "#lib/view/console-time.ts";
import { previewImport, startImport, steerImport } from "../../../_actions/imports.ts";

export const metadata: Metadata = { title: "Import" };

interface ImportPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ImportPage({ params, searchParams }: ImportPageProps) {
  const { runtime, call } = await openConsole();
  const { id } = await params;
  const record = await getImport(runtime, { merchantId: call.merchant.id, id });
  if (!record) notFound();
  const now = runtime.clock.now();
  const after = Number((await searchParams).after ?? 0);
  return (
    <>
      <PageHeader
        title={record.fileName}
        back={{ href: `/admin/imports?mode=${record.mode}`, label: "Imports" }}
        actions={
          record.createdCount + record.existingCount > 0 && (
            <LinkButton href={`/admin/parcels?mode=${record.mode}`} icon="box">
              To the parcels
            </LinkButton>
          )
        }
        description={
          <>
            {`${rowsText(record.rowCount)} of ${record.mode === "test" ? "test parcels" : "parcels"}, uploaded `}
            <Moment moment={momentText(record.createdAt, now)} />
          </>
        }
      />
      {record.state === "draft" ? (
        <DraftScreen runtime={runtime} call={call} record={record} />
      ) : (
        <div className="grid gap-5">
          <ImportProgress
            merchant={call.merchant.slug}
            id={record.id}
            initial={{ ...buildImportProgress(record, now) }}
            steer={steerImport}
            canSteer={hasRole(call.role, "editor")}
          />
          {record.failedCount > 0 && (
            <Problems runtime={runtime} call={call} record={record} after={Number.isSafeInteger(after) ? after : 0} />
          )}
        </div>
      )}
    </>
  );
}

interface PartProps {
  runtime: Runtime;
  call: ConsoleCall;
  record: ImportRecord;
}

const FIELDS = (Object.keys(IMPORT_FIELDS) as ImportField[]).map((name) => ({ name, label: IMPORT_FIELDS[name].label }));
const LONGEST_SAMPLE = 24;

async function DraftScreen({ runtime, call, record }: PartProps) {
  const draft = await loadDraft(runtime, { merchantId: call.merchant.id, id: record.id });
  if (!draft) notFound();
  const first = draft.samples[0]?.cells ?? [];
  const columns = record.headers.map((name, index) => ({ index, name, sample: first[index]?.trim().slice(0, LONGEST_SAMPLE) ?? "" }));
  return (
    <PlanForm
      merchant={call.merchant.slug}
      id={record.id}
      rowCount={record.rowCount}
      fields={FIELDS}
      columns={columns}
      carriers={CARRIERS.filter(({ isTest }) => !isTest || record.mode === "test").map(({ slug, name }) => ({ slug, name }))}
      guess={{ ...draft.guess, columns: { ...draft.guess.columns } }}
      actions={{ preview: previewImport, start: startImport, cancel: steerImport }}
      canStart={hasRole(call.role, "editor")}
    />
  );
}

const PROBLEMS_ON_A_PAGE = 50;

async function Problems({ runtime, call, record, after }: PartProps & { after: number }) {
  const page = await listProblems(runtime, { merchantId: call.merchant.id, id: record.id, after, limit: PROBLEMS_ON_A_PAGE });
  const planned = Object.values(record.plan?.columns ?? {}).filter((column) => column !== null);
  const rows = page.rows.map(({ number, problem, cells }) => ({
    number,
    problem,
    said: planned
      .toSorted((a, b) => a - b)
      .flatMap((column) => (cells[column]?.trim() ? [{ name: record.headers[column] ?? "", text: cells[column] }] : [])),
  }));
  const address = `/admin/imports/${record.id}`;
  return (
    <Panel
      title="Rows to mend"
      description="Download them with the reasons, mend them in your spreadsheet, and import that file: rows that are in are not doubled."
      actions={
        <LinkButton href={`/admin/imports-files/${record.id}/problems?merchant=${call.merchant.slug}`} icon="download" isPlain download>
          Download as CSV
        </LinkButton>
      }
      isFlush
      footer={
        (after > 0 || page.hasMore) && (
          <nav aria-label="Rows to mend" className="flex justify-between gap-3">
            {after > 0 ? <LinkButton href={address}>First rows</LinkButton> : <span />}
            {page.hasMore && <LinkButton href={`${address}?after=${rows.at(-1)?.number}`}>More rows</LinkButton>}
          </nav>
        )
      }
    >
      <ProblemsTable rows={rows} />
    </Panel>
  );
}
