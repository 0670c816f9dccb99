import type { Metadata } from "next";
import { loadShop } from "#app/_server/console/load-shop.ts";
import { openConsole } from "#app/_server/console/open-console.ts";
import { MessageTabs } from "#components/admin/messages/message-tabs.tsx";
import { SettingsForm } from "#components/admin/messages/settings-form.island.tsx";
import { Facts } from "#components/admin/ui/facts.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { mailReportsUrl, smsReportsUrl } from "#lib/messages/reports-address.ts";
import { buildSenderDomainView } from "#lib/senders/build-sender-domain-view.ts";
import { listSenderDomains } from "#lib/senders/list-sender-domains.ts";
import { loadMessageSettings } from "#lib/senders/load-message-settings.ts";
import { loadSender } from "#lib/senders/load-sender.ts";
import { type MessageSettings, type QuietHours, USUAL_QUIET_HOURS } from "#lib/senders/message-settings.ts";
import { hasRole } from "#lib/shared/role.ts";
import { change } from "../../../_actions/messages.ts";
import { clockOf, settingFacts } from "../_messages/setting-facts.ts";
import { ReportsPanel } from "./_panels/reports-panel.tsx";
import { SenderDomains } from "./_panels/sender-domains.tsx";
import { SmsPanel } from "./_panels/sms-panel.tsx";

export const metadata: Metadata = { title: "Message settings" };

export default async function MessageSettingsPage() {
  const { runtime, call } = await openConsole();
  const { config, clock } = runtime;
  const { merchant } = await loadShop(runtime, call.merchant);
  const settings = await loadMessageSettings(runtime, merchant.id);
  const domains = await listSenderDomains(runtime, merchant.id);
  const views = domains.map((domain) => buildSenderDomainView(domain, { now: clock.now() }));
  const { slug } = merchant;
  const { reportsToken } = settings;
  const isOwner = hasRole(call.role, "owner");
  return (
    <>
      <PageHeader
        title="Message settings"
        description="What shoppers can be told, as whom you write, and when."
        actions={<MessageTabs current="/admin/messages/settings" />}
      />
      <div className="grid gap-5">
        <Panel title="What, when and as whom">
          {hasRole(call.role, "editor") ? (
            <SettingsForm
              key={settings.fromAddress}
              action={change}
              merchant={slug}
              settings={toForm(settings)}
              usualQuiet={clocksOf(USUAL_QUIET_HOURS)}
              ownAddress={config.mailFrom}
              supportEmail={merchant.brand.support?.email ?? null}
              provenDomains={domains.filter(({ state }) => state === "verified").map(({ domain }) => domain)}
            />
          ) : (
            <Facts
              rows={settingFacts(settings, {
                sender: await loadSender(runtime, { merchant, settings }),
                ownAddress: config.mailFrom,
              })}
            />
          )}
        </Panel>
        <SenderDomains domains={views} ownAddress={config.mailFrom} merchant={slug} isOwner={isOwner} />
        <SmsPanel
          account={settings.sms}
          reportsUrl={isOwner && settings.sms && reportsToken ? smsReportsUrl(config, reportsToken) : null}
          merchant={slug}
          isOwner={isOwner}
        />
        {isOwner && <ReportsPanel url={reportsToken && mailReportsUrl(config, reportsToken)} merchant={slug} />}
      </div>
    </>
  );
}

function toForm({ isOn, topics, fromAddress, replyTo, quietHours }: MessageSettings) {
  return { isOn, topics: [...topics], fromAddress: fromAddress ?? "", replyTo: replyTo ?? "", quiet: quietHours && clocksOf(quietHours) };
}

const clocksOf = ({ from, until }: QuietHours) => ({ from: clockOf(from), until: clockOf(until) });
