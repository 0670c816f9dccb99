import type { Metadata } from "next";
import { loadShop } from "#app/_server/console/load-shop.ts";
import { openConsole } from "#app/_server/console/open-console.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { MessageTabs } from "#components/admin/messages/message-tabs.tsx";
import { NewsList } from "#components/admin/messages/news-list.tsx";
import { SentTable } from "#components/admin/messages/sent-table.tsx";
import { SuppressedTable } from "#components/admin/messages/suppressed-table.tsx";
import { ModeTabs } from "#components/admin/overview/mode-tabs.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { Facts } from "#components/admin/ui/facts.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { isSandbox } from "#lib/merchants/sandbox.ts";
import { listSentMessages } from "#lib/messages/list-sent-messages.ts";
import { loadMessageSettings } from "#lib/senders/load-message-settings.ts";
import { loadSender } from "#lib/senders/load-sender.ts";
import { mapPage } from "#lib/shared/page.ts";
import { hasRole } from "#lib/shared/role.ts";
import { listSuppressions } from "#lib/subscriptions/list-suppressions.ts";
import { lift } from "../../_actions/messages.ts";
import { pageLinks, readPageRequest } from "../_connections/read-page.ts";
import { sampleSubjects } from "./_messages/sample-subjects.ts";
import { sentRow, suppressedRow } from "./_messages/sent-row.ts";
import { settingFacts } from "./_messages/setting-facts.ts";

export const metadata: Metadata = { title: "Messages" };

const PATH = "/admin/messages";
const PAGE = 50;
const SENT = "sent";
const SUPPRESSED = "suppressed";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function MessagesPage({ searchParams }: { searchParams: SearchParams }) {
  const { runtime, call } = await openConsole();
  const merchantId = call.merchant.id;
  const asked = await searchParams;
  const mode = readMode(asked);
  const now = runtime.clock.now();
  const { merchant } = await loadShop(runtime, call.merchant);
  const settings = await loadMessageSettings(runtime, merchantId);
  const sender = await loadSender(runtime, { merchant, settings });
  const sentRequest = readPageRequest(asked, PAGE, SENT);
  const sent = await listSentMessages(runtime, { merchantId, mode }, sentRequest);
  const sentRows = sent.kind === "page" ? sent.rows : [];
  const sentLinks = pageLinks(sent, sentRequest, { path: PATH, mode, list: SENT });
  const suppressedRequest = readPageRequest(asked, PAGE, SUPPRESSED);
  const found = await listSuppressions(runtime, { merchantId, page: suppressedRequest });
  const suppressed = await mapPage(found, (rows) => rows.map((row) => suppressedRow(row, now)));
  const suppressedRows = suppressed.kind === "page" ? suppressed.rows : [];
  const suppressedLinks = pageLinks(suppressed, suppressedRequest, { path: PATH, mode, list: SUPPRESSED });
  return (
    <>
      <PageHeader
        title="Messages"
        description="Mails and SMS to shoppers who asked for news of their parcel."
        actions={<MessageTabs current={PATH} />}
      />
      <div className="grid gap-5">
        <Standing isOn={settings.isOn} isMailed={runtime.config.smtpUrl !== null} isVisit={isSandbox(call.merchant)} />
        <div className="grid items-start gap-5 2xl:grid-cols-[3fr_2fr]">
          <Panel title="What shoppers can be told" isFlush>
            <NewsList offered={settings.topics} subjects={sampleSubjects(merchant, now)} lang={merchant.brand.defaultLanguage} />
          </Panel>
          <Panel
            title="How they are told"
            actions={
              <LinkButton href="/admin/messages/settings" size="small">
                {hasRole(call.role, "editor") ? "Change" : "Look closer"}
              </LinkButton>
            }
          >
            <Facts rows={settingFacts(settings, { sender, ownAddress: runtime.config.mailFrom })} />
          </Panel>
        </div>
        <Panel
          id={SENT}
          title="Sent lately"
          actions={<ModeTabs path={PATH} mode={mode} />}
          footer={sentLinks && <Pager {...sentLinks} />}
          isFlush
        >
          {sentRows.length === 0 ? (
            <EmptyState icon="mail" title="No messages yet">
              Shoppers ask for news on a parcel's page; your systems can ask for them through the API.
            </EmptyState>
          ) : (
            <SentTable rows={sentRows.map((message) => sentRow(message, { mode, now }))} />
          )}
        </Panel>
        <Panel
          id={SUPPRESSED}
          title="Suppressed addresses"
          description="They get nothing more, whatever is subscribed: mails came back, were marked as junk, or their owner said stop. The last two only the owner takes back."
          footer={suppressedLinks && <Pager {...suppressedLinks} />}
          isFlush
        >
          {suppressedRows.length === 0 ? (
            <p className="px-4 py-4 text-muted sm:px-5">None.</p>
          ) : (
            <SuppressedTable rows={suppressedRows} lift={hasRole(call.role, "editor") ? lift : null} merchant={call.merchant.slug} />
          )}
        </Panel>
      </div>
    </>
  );
}

/** What keeps messages from going out, if anything does. */
function Standing({ isOn, isMailed, isVisit }: { isOn: boolean; isMailed: boolean; isVisit: boolean }) {
  if (isVisit)
    return <Notice title="A visitor's shop sends nothing.">Look at everything, and change it: no mail and no SMS goes out.</Notice>;
  if (!isOn)
    return (
      <Notice tone="warn" title="Messages are switched off.">
        Your pages offer no news, and nothing is sent.
      </Notice>
    );
  if (isMailed) return null;
  return (
    <Notice tone="warn" title="This installation sends no mail.">
      Whoever runs it has to set SMTP_URL first; until then your pages offer no news by e-mail.
    </Notice>
  );
}
