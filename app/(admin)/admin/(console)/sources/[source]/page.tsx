import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { openConsole } from "#app/_server/console/open-console.ts";
import { ActionButton } from "#components/admin/overview/action-button.island.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { PayloadsTable } from "#components/admin/sources/payloads-table.tsx";
import { PROVIDERS, providerName, type SourceProvider } from "#components/admin/sources/providers.ts";
import { RefusalsTable } from "#components/admin/sources/refusals-table.tsx";
import { ReplaceSecrets } from "#components/admin/sources/replace-secrets.island.tsx";
import { RotateSource } from "#components/admin/sources/rotate-source.island.tsx";
import { SOURCE_STATES } from "#components/admin/sources/source-states.ts";
import { WebhookAddress } from "#components/admin/sources/webhook-address.tsx";
import { Badge } from "#components/admin/ui/badge.tsx";
import { ConfirmAction } from "#components/admin/ui/confirm-action.island.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import { Facts } from "#components/admin/ui/facts.tsx";
import { Moment } from "#components/admin/ui/moment.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { Pager } from "#components/admin/ui/pager.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { getSourceWithState, type SourceOverview } from "#lib/overview/list-sources-with-state.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { hasRole } from "#lib/shared/role.ts";
import { listRefusals } from "#lib/sources/list-refusals.ts";
import { listSourcePayloads } from "#lib/sources/list-source-payloads.ts";
import { dayText } from "#lib/view/console-days.ts";
import { momentText } from "#lib/view/console-time.ts";
import { askNow, changeSecrets, remove, replayPayload, rotate, setPolled, switchSource } from "../../../_actions/sources.ts";
import { pageLinks, readPageRequest } from "../../_connections/read-page.ts";

export const metadata: Metadata = { title: "Source" };

const PAGE = 20;

interface SourcePageProps {
  params: Promise<{ source: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SourcePage({ params, searchParams }: SourcePageProps) {
  const { runtime, call } = await openConsole();
  const merchantId = call.merchant.id;
  const source = await getSourceWithState(runtime, { merchantId, source: (await params).source });
  if (!source) notFound();
  const request = readPageRequest(await searchParams, PAGE);
  const [payloads, refusals] = await Promise.all([
    listSourcePayloads(runtime, { merchantId, sourceId: source.id, page: request }),
    listRefusals(runtime, { merchantId, sourceId: source.id }),
  ]);
  const now = runtime.clock.now();
  const isOwner = hasRole(call.role, "owner");
  const isEditor = hasRole(call.role, "editor");
  const merchant = call.merchant.slug;
  const rows = payloads.kind === "page" ? payloads.rows : [];
  const links = pageLinks(payloads, request, { path: `/admin/sources/${source.slug}`, mode: source.mode });
  const { tone, words, text } = SOURCE_STATES[source.state];
  return (
    <>
      <PageHeader
        back={{ href: hrefInMode("/admin/sources", source.mode), label: "Sources" }}
        title={source.slug}
        description={
          <span className="flex flex-wrap items-center gap-2">
            <Badge tone={tone}>{words}</Badge>
            {source.mode === "test" && <Badge>Test</Badge>}
            {`${providerName(source.provider)}. ${text}`}
          </span>
        }
        actions={isOwner && <OwnerActions source={source} merchant={merchant} />}
      />
      <div className="grid gap-5">
        {source.health.lastProblem && (
          <Notice tone={tone === "bad" ? "bad" : "warn"} title="What its API last said">
            {source.health.lastProblem}
          </Notice>
        )}
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <WebhookPanel source={source} merchant={merchant} isOwner={isOwner} now={now} />
          <ApiPanel source={source} merchant={merchant} may={{ isOwner, isEditor }} now={now} />
        </div>
        <Panel title="Received" isFlush footer={links && <Pager {...links} />}>
          {rows.length === 0 ? (
            <EmptyState icon="clock" title="Nothing has come through it yet">
              Once its address is entered at {providerName(source.provider)}, every webhook shows up here, with what became of it.
            </EmptyState>
          ) : (
            <PayloadsTable
              payloads={rows.map(({ receivedAt, trackerId, ...payload }) => ({
                ...payload,
                received: momentText(receivedAt, now),
                parcelHref: trackerId && hrefInMode(`/admin/parcels/${trackerId}`, source.mode),
              }))}
              actionsFor={
                isEditor
                  ? ({ id, received }) => (
                      <ActionButton
                        action={replayPayload}
                        merchant={merchant}
                        input={{ id }}
                        icon="refresh"
                        about={`received ${received.title}`}
                      >
                        Read again
                      </ActionButton>
                    )
                  : undefined
              }
            />
          )}
        </Panel>
        <Panel title="Refused webhooks" description="Of the last 30 days. What is refused is not kept." isFlush={refusals.length > 0}>
          {refusals.length === 0 ? (
            <p className="text-muted">None: every webhook could be told to be genuine.</p>
          ) : (
            <RefusalsTable refusals={refusals.map(({ on, ...refusal }) => ({ ...refusal, day: dayText(on) }))} />
          )}
        </Panel>
      </div>
    </>
  );
}

interface PanelProps {
  source: SourceOverview;
  merchant: string;
  now: Instant;
}

function WebhookPanel({ source, merchant, isOwner, now }: PanelProps & { isOwner: boolean }) {
  const { secrets, lastHeardAt, provider, webhookUrl } = source;
  const { whereToEnter } = PROVIDERS[provider as SourceProvider];
  return (
    <Panel
      title="Webhooks"
      actions={isOwner && <RotateSource rotate={rotate} merchant={merchant} id={source.id} webhookUrl={webhookUrl} />}
    >
      <div className="grid gap-4">
        <p className="text-muted">{whereToEnter}</p>
        <WebhookAddress url={webhookUrl} made={null} />
        <Facts
          rows={[
            { label: "Known by", value: proofOf(secrets) },
            ...(secrets.previousUntil
              ? [{ label: "Old secret ends", value: <Moment moment={momentText(secrets.previousUntil, now)} /> }]
              : []),
            { label: "Last heard", value: lastHeardAt ? <Moment moment={momentText(lastHeardAt, now)} /> : "Never" },
          ]}
        />
      </div>
    </Panel>
  );
}

function proofOf({ webhookSecret, token, acceptPublishedKeys }: SourceOverview["secrets"]): string {
  const proofs = [
    webhookSecret && "a signature by the webhook secret",
    token && "the token in its address",
    acceptPublishedKeys && "a signature by the provider’s published keys",
  ].filter((proof) => proof !== false);
  return proofs.length === 0 ? "nothing: every webhook is refused" : proofs.join(", or ");
}

function ApiPanel({ source, merchant, may: { isOwner, isEditor }, now }: PanelProps & { may: { isOwner: boolean; isEditor: boolean } }) {
  const { id, isPolled, secrets, health } = source;
  const keyField = PROVIDERS[source.provider as SourceProvider].fields.find(({ name }) => name === "apiKey");
  if (!keyField) {
    return (
      <Panel title="API">
        <p className="text-muted">{providerName(source.provider)} has no API to ask: news comes by webhooks alone.</p>
      </Panel>
    );
  }
  return (
    <Panel
      title="API"
      actions={
        <>
          {isEditor && secrets.apiKey && (
            <ActionButton action={askNow} merchant={merchant} input={{ id }} size="medium" icon="refresh">
              Ask now
            </ActionButton>
          )}
          {isOwner && (
            <ReplaceSecrets
              changeSecrets={changeSecrets}
              merchant={merchant}
              id={id}
              fields={[keyField]}
              label={secrets.apiKey ? "Replace the key" : "Add an API key"}
            />
          )}
        </>
      }
    >
      <div className="grid gap-4">
        <Facts
          rows={[
            { label: "API key", value: secrets.apiKey ? "Set; it is never shown" : "None" },
            { label: "Asked for news", value: isPolled ? "Yes: rarely at first, often near the door" : "No" },
            { label: "Last answer", value: health.lastSuccessAt ? <Moment moment={momentText(health.lastSuccessAt, now)} /> : "Never" },
            ...(health.pausedUntil && health.pausedUntil > now
              ? [{ label: "Asked again", value: <Moment moment={momentText(health.pausedUntil, now)} /> }]
              : []),
          ]}
        />
        {isOwner && secrets.apiKey && (
          <div>
            <ConfirmAction
              action={setPolled}
              merchant={merchant}
              input={{ id, isPolled: !isPolled }}
              trigger={{ label: isPolled ? "Stop asking" : "Ask it for news", size: "small" }}
              title={isPolled ? "Stop asking this source?" : "Ask this source for news?"}
              body={
                isPolled
                  ? "News then comes by its webhooks alone. Its parcels are followed by another source, if there is one."
                  : "Parcels that nobody is asked about are looked for here."
              }
              confirmLabel={isPolled ? "Stop asking" : "Ask it"}
              tone="primary"
            />
          </div>
        )}
      </div>
    </Panel>
  );
}

function OwnerActions({ source: { id, slug, mode, disabledAt }, merchant }: Pick<PanelProps, "source" | "merchant">) {
  const isOn = disabledAt === null;
  return (
    <>
      <ConfirmAction
        action={switchSource}
        merchant={merchant}
        input={{ id, isOn: !isOn }}
        trigger={{ label: isOn ? "Switch off" : "Switch on", icon: isOn ? "pause" : "play" }}
        title={isOn ? `Switch ${slug} off?` : `Switch ${slug} on?`}
        body={
          isOn
            ? "Its webhooks are refused and its API is left alone until it is switched on again."
            : "Its webhooks are taken again, and its API is asked."
        }
        confirmLabel={isOn ? "Switch off" : "Switch on"}
        tone="primary"
      />
      <ConfirmAction
        action={remove}
        merchant={merchant}
        input={{ id, mode }}
        trigger={{ label: "Delete", variant: "danger", icon: "trash" }}
        title={`Delete ${slug}?`}
        body="Its address is no more, and its secrets are forgotten. What it told of parcels stays. This cannot be taken back."
        confirmLabel="Delete the source"
        typed={slug}
      />
    </>
  );
}
