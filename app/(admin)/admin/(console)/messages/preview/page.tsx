import type { Metadata } from "next";
import { loadShop } from "#app/_server/console/load-shop.ts";
import { openConsole } from "#app/_server/console/open-console.ts";
import { MailFrame } from "#components/admin/messages/mail-frame.tsx";
import { MessageTabs } from "#components/admin/messages/message-tabs.tsx";
import { SendTest } from "#components/admin/messages/send-test.island.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { TabLinks } from "#components/admin/ui/tab-links.tsx";
import { renderShopperMail } from "#lib/mail/render-shopper-mail.ts";
import { isSandbox } from "#lib/merchants/sandbox.ts";
import { hasRole } from "#lib/shared/role.ts";
import { LANGUAGES } from "#lib/view/languages.ts";
import { sendTest } from "../../../_actions/messages.ts";
import { lookSchema, queryOf } from "../_messages/preview-look.ts";
import { SAMPLE_MESSAGE_KEYS, SAMPLE_MESSAGES, writeSample } from "../_messages/sample-message.ts";

export const metadata: Metadata = { title: "Message previews" };

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export default async function MessagePreviewPage({ searchParams }: { searchParams: SearchParams }) {
  const { runtime, call } = await openConsole();
  const { merchant, home } = await loadShop(runtime, call.merchant);
  const asked = lookSchema.parse(await searchParams);
  const look = { ...asked, lang: asked.lang ?? LANGUAGES.find(({ tag }) => tag === merchant.brand.defaultLanguage)?.tag ?? "en" };
  const { of, lang, scheme, width } = look;
  const { view, sms } = writeSample(merchant, { of, lang, now: runtime.clock.now(), home, picture: `${home}parcel.png` });
  const { subject, text } = await renderShopperMail(view);
  const here = queryOf(look);
  const tab = (changes: Partial<typeof look>, label: string) => {
    const query = queryOf({ ...look, ...changes });
    return { href: `/admin/messages/preview${query}`, label, isCurrent: query === here };
  };
  return (
    <>
      <PageHeader
        title="Message previews"
        description="Every message as shoppers get it, with invented parcels and your published brand."
        actions={<MessageTabs current="/admin/messages/preview" />}
      />
      <div className="grid gap-5">
        <div className="flex min-w-0 flex-wrap items-center gap-3">
          <TabLinks label="Message" tabs={SAMPLE_MESSAGE_KEYS.map((key) => tab({ of: key }, SAMPLE_MESSAGES[key].label))} />
          <TabLinks label="Language" tabs={LANGUAGES.map(({ tag, name }) => tab({ lang: tag }, name))} />
          <TabLinks label="Light or dark" tabs={[tab({ scheme: "light" }, "Light"), tab({ scheme: "dark" }, "Dark")]} />
          <TabLinks label="Width" tabs={[tab({ width: "desk" }, "Desk"), tab({ width: "phone" }, "Phone")]} />
        </div>
        <Panel
          title={
            <span lang={lang} dir="auto">
              {subject}
            </span>
          }
          description={
            <span lang={lang} dir="auto">
              {view.preheader}
            </span>
          }
          actions={
            hasRole(call.role, "editor") &&
            !isSandbox(call.merchant) && <SendTest action={sendTest} merchant={merchant.slug} of={of} lang={lang} />
          }
        >
          <MailFrame
            src={`/admin/messages/mail?${new URLSearchParams({ merchant: merchant.slug, of, lang, scheme })}`}
            title={`The mail: ${subject}`}
            isNarrow={width === "phone"}
            isDark={scheme === "dark"}
          />
        </Panel>
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <Panel title="As text" description="For programs that show no HTML.">
            <Plain lang={lang} text={text} />
          </Panel>
          <Panel title="As SMS">
            <Plain lang={lang} text={sms} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Plain({ lang, text }: { lang: string; text: string }) {
  return (
    <pre lang={lang} dir="auto" className="whitespace-pre-wrap font-mono text-sm [overflow-wrap:anywhere]">
      {text}
    </pre>
  );
}
