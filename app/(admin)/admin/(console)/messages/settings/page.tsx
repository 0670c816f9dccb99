import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { CheckButton } from "#components/admin/domains/check-domain.island.tsx";
import { DomainPanel } from "#components/admin/domains/domain-panel.tsx";
import { AddSenderDialog } from "#components/admin/messages/add-sender.island.tsx";
import { MessageTabs } from "#components/admin/messages/message-tabs.tsx";
import { SettingsForm } from "#components/admin/messages/settings-form.island.tsx";
import { SmsAccountDialog } from "#components/admin/messages/sms-account.island.tsx";
import { Code } from "#components/admin/ui/code.tsx";
import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { CopyButton } from "#components/admin/ui/copy-button.island.tsx";
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
import type { DomainView } from "#lib/view/domain-view.ts";
import { addDomain, change, checkDomain, removeDomain, removeSms, renewReports, setSms } from "../../../_actions/messages.ts";
import { loadShop } from "../_messages/load-shop.ts";
import { clockOf, settingFacts } from "../_messages/setting-facts.ts";

export const metadata: Metadata = { title: "Message settings" };

export default async function MessageSettingsPage() {
  const { runtime, call } = await openConsole();
  const { config, clock } = runtime;
  const { merchant } = await loadShop(runtime, call.merchant);
  const settings = await loadMessageSettings(runtime, merchant.id);
  const domains = await listSenderDomains(runtime, merchant.id);
  const views = domains.map((domain) => buildSenderDomainView(domain, { now: clock.now() }));
  const { slug } = merchant;
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
        <Panel
          title="Domains you write from"
          description="Mails in the name of your own domain are trusted more, and come from you rather than from this installation."
          actions={isOwner && <AddSenderDialog action={addDomain} merchant={slug} />}
        >
          {views.length === 0 && <p className="text-muted">{`None yet: mails come from ${config.mailFrom}, in your shop's name.`}</p>}
        </Panel>
        {views.map((domain) => (
          <DomainPanel key={domain.id} domain={domain} actions={isOwner && <SenderActions domain={domain} merchant={slug} />} />
        ))}
        <SmsPanel settings={settings} merchant={slug} origin={config} isOwner={isOwner} />
        {isOwner && <ReportsPanel settings={settings} merchant={slug} origin={config} />}
      </div>
    </>
  );
}

function toForm({ isOn, topics, fromAddress, replyTo, quietHours }: MessageSettings) {
  return { isOn, topics: [...topics], fromAddress: fromAddress ?? "", replyTo: replyTo ?? "", quiet: quietHours && clocksOf(quietHours) };
}

const clocksOf = ({ from, until }: QuietHours) => ({ from: clockOf(from), until: clockOf(until) });

function SenderActions({ domain: { id, host }, merchant }: { domain: DomainView; merchant: string }) {
  return (
    <>
      <CheckButton action={checkDomain} merchant={merchant} id={id} host={host} />
      <ConfirmAction
        action={removeDomain}
        merchant={merchant}
        input={{ id }}
        trigger={{ label: "Remove", variant: "quiet", icon: "trash" }}
        title={`Remove ${host}?`}
        body="Its key is forgotten, and mails come from the installation's own address. Adding it again makes a new key."
        confirmLabel="Remove the domain"
        doneMessage={`${host} is removed.`}
      />
    </>
  );
}

function SmsPanel({ settings: { sms, reportsToken }, merchant, origin, isOwner }: ReportsPanelProps & { isOwner: boolean }) {
  const reportsUrl = isOwner && sms && reportsToken && smsReportsUrl(origin, reportsToken);
  const removal = (
    <ConfirmAction
      action={removeSms}
      merchant={merchant}
      input={{}}
      trigger={{ label: "Remove", variant: "quiet", icon: "trash" }}
      title="Remove the account?"
      body="No more SMS go out; shoppers who chose SMS are told nothing. The account at Twilio stays as it is."
      confirmLabel="Remove the account"
      doneMessage="The account is removed."
    />
  );
  return (
    <Panel
      title="SMS"
      description="By an account of your own at Twilio."
      actions={
        isOwner && (
          <>
            <SmsAccountDialog action={setSms} merchant={merchant} isSet={sms !== null} />
            {sms && removal}
          </>
        )
      }
    >
      <p className={sms ? "" : "text-muted"}>
        {sms ? `SMS go out from ${sms.from ?? "your messaging service"}.` : "Not set up: shoppers can ask for mails only."}
      </p>
      {reportsUrl && (
        <>
          <p className="mt-3">
            At Twilio, enter this address for incoming messages, so that whoever answers STOP gets nothing more from here either.
          </p>
          <div className="mt-2 flex flex-wrap items-center gap-3">
            <Code>{reportsUrl}</Code>
            <CopyButton text={reportsUrl} />
          </div>
        </>
      )}
    </Panel>
  );
}

interface ReportsPanelProps {
  settings: MessageSettings;
  merchant: string;
  origin: Parameters<typeof mailReportsUrl>[0];
}

function ReportsPanel({ settings: { reportsToken }, merchant, origin }: ReportsPanelProps) {
  const url = reportsToken && mailReportsUrl(origin, reportsToken);
  return (
    <Panel
      title="Bounces and complaints"
      description="Enter this address where your mail service reports them: Amazon SES, Postmark, SendGrid or Mailgun. Whoever it names gets nothing more."
      actions={
        <ConfirmAction
          action={renewReports}
          merchant={merchant}
          input={{}}
          trigger={{ label: url ? "Make a new address" : "Make an address", icon: "refresh" }}
          title={url ? "Make a new address?" : "Make an address for reports?"}
          body={
            url
              ? "Reports to the old one are refused from then on: enter the new one at your mail service."
              : "It is secret: whoever knows it can stop your messages to an address."
          }
          confirmLabel="Make it"
          tone="primary"
          doneMessage="The new address counts from now on."
        />
      }
    >
      {url ? (
        <div className="flex flex-wrap items-center gap-3">
          <Code>{url}</Code>
          <CopyButton text={url} />
        </div>
      ) : (
        <p className="text-muted">None yet.</p>
      )}
    </Panel>
  );
}
