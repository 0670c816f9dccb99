import type { Metadata } from "next";
import { loadShop } from "#app/_server/console/load-shop.ts";
import { openConsole } from "#app/_server/console/open-console.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { MessageTabs } from "#components/admin/messages/message-tabs.tsx";
import { NewsList } from "#components/admin/messages/news-list.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { Facts } from "#components/admin/ui/facts.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { isSandbox } from "#lib/merchants/sandbox.ts";
import { loadMessageSettings } from "#lib/senders/load-message-settings.ts";
import { loadSender } from "#lib/senders/load-sender.ts";
import { hasRole } from "#lib/shared/role.ts";
import { sampleSubjects } from "./_messages/sample-subjects.ts";
import { settingFacts } from "./_messages/setting-facts.ts";
import { SentPanel } from "./_panels/sent-panel.tsx";
import { SuppressedPanel } from "./_panels/suppressed-panel.tsx";

export const metadata: Metadata = { title: "Messages" };

const PATH = "/admin/messages";

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function MessagesPage({ searchParams }: { searchParams: SearchParams }) {
  const { runtime, call } = await openConsole();
  const asked = await searchParams;
  const list = { runtime, call, asked, at: { path: PATH, mode: readMode(asked) } };
  const { merchant } = await loadShop(runtime, call.merchant);
  const settings = await loadMessageSettings(runtime, merchant.id);
  const sender = await loadSender(runtime, { merchant, settings });
  const subjects = sampleSubjects(merchant, runtime.clock.now());
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
            <NewsList offered={settings.topics} subjects={subjects} lang={merchant.brand.defaultLanguage} />
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
        <SentPanel {...list} />
        <SuppressedPanel {...list} />
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
