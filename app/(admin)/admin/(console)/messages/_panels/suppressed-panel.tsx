import { SuppressedTable } from "#components/admin/messages/suppressed-table.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { mapPage } from "#lib/shared/page.ts";
import { hasRole } from "#lib/shared/role.ts";
import { listSuppressions } from "#lib/subscriptions/list-suppressions.ts";
import { lift } from "../../../_actions/messages.ts";
import { pageLinks, readPageRequest } from "../../_connections/read-page.ts";
import { suppressedRow } from "../_messages/sent-row.ts";
import { type ListPanelProps, ROWS_A_PAGE } from "./list-panel-props.ts";

const SUPPRESSED = "suppressed";

/** Who is written to no more, and why. */
export async function SuppressedPanel({ runtime, call, asked, at }: ListPanelProps) {
  const request = readPageRequest(asked, ROWS_A_PAGE, SUPPRESSED);
  const found = await listSuppressions(runtime, { merchantId: call.merchant.id, page: request });
  const now = runtime.clock.now();
  const suppressed = await mapPage(found, (rows) => rows.map((row) => suppressedRow(row, now)));
  const links = pageLinks(suppressed, request, { ...at, list: SUPPRESSED });
  const rows = suppressed.kind === "page" ? suppressed.rows : [];
  return (
    <Panel
      id={SUPPRESSED}
      title="Suppressed addresses"
      description="They get nothing more, whatever is subscribed: mails came back, were marked as junk, or their owner said stop. The last two only the owner takes back."
      footer={links && <Pager {...links} />}
      isFlush
    >
      {rows.length === 0 ? (
        <p className="px-4 py-4 text-muted sm:px-5">None.</p>
      ) : (
        <SuppressedTable rows={rows} lift={hasRole(call.role, "editor") ? lift : null} merchant={call.merchant.slug} />
      )}
    </Panel>
  );
}
