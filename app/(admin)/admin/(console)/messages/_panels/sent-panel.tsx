import { SentTable } from "#components/admin/messages/sent-table.tsx";
import { ModeTabs } from "#components/admin/overview/mode-tabs.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { listSentMessages } from "#lib/messages/list-sent-messages.ts";
import { pageLinks, readPageRequest } from "../../_connections/read-page.ts";
import { sentRow } from "../_messages/sent-row.ts";
import { type ListPanelProps, ROWS_A_PAGE } from "./list-panel-props.ts";

const SENT = "sent";

/** What became of every message. */
export async function SentPanel({ runtime, call, asked, at }: ListPanelProps) {
  const { mode } = at;
  const request = readPageRequest(asked, ROWS_A_PAGE, SENT);
  const sent = await listSentMessages(runtime, { merchantId: call.merchant.id, mode }, request);
  const links = pageLinks(sent, request, { ...at, list: SENT });
  const rows = sent.kind === "page" ? sent.rows : [];
  const now = runtime.clock.now();
  return (
    <Panel id={SENT} title="Sent lately" actions={<ModeTabs {...at} />} footer={links && <Pager {...links} />} isFlush>
      {rows.length === 0 ? (
        <EmptyState icon="mail" title="No messages yet">
          Shoppers ask for news on a parcel's page; your systems can ask for them through the API.
        </EmptyState>
      ) : (
        <SentTable rows={rows.map((message) => sentRow(message, { mode, now }))} />
      )}
    </Panel>
  );
}
