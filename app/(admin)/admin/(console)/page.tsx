import type { Metadata } from "next";
import { openConsole } from "#app/_server/console/open-console.ts";
import { readMode } from "#app/_server/console/read-mode.ts";
import { ActionButton } from "#components/admin/overview/action-button.island.tsx";
import { HealthPanel } from "#components/admin/overview/health-panel.tsx";
import { hrefInMode, ModeTabs } from "#components/admin/overview/mode-tabs.tsx";
import { SettleButton } from "#components/admin/overview/settle-button.island.tsx";
import { Welcome } from "#components/admin/overview/welcome.tsx";
import { WorkPanel, type WorkRow } from "#components/admin/overview/work-panel.tsx";
import { PageHeader } from "#components/admin/ui/page-header.tsx";
import { findCarrier } from "#lib/carriers/catalog.ts";
import { adviceFor } from "#lib/overview/advice.ts";
import { countWork, FORGOTTEN_AFTER_DAYS, listWork, MOST_COUNTED, SILENT_AFTER_DAYS, type WorkItem } from "#lib/overview/list-work.ts";
import { loadCounts } from "#lib/overview/load-counts.ts";
import { type Health, loadHealth } from "#lib/overview/load-health.ts";
import type { Instant } from "#lib/shared/clock.ts";
import { hasRole } from "#lib/shared/role.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { dayOf, momentText } from "#lib/view/console-time.ts";
import { createTranslator } from "#lib/view/translate.ts";
import { checkParcelNow, settle } from "../_actions/overview.ts";
import { ChartPanels } from "./_overview/chart-panels.tsx";
import { describeAilment } from "./_overview/describe-ailment.ts";
import { Remedy } from "./_overview/remedy.tsx";

export const metadata: Metadata = { title: "Work to do" };

const PAGE = 25;

interface SearchParams {
  [name: string]: string | string[] | undefined;
}

export default async function WorkPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { runtime, call } = await openConsole();
  const asked = await searchParams;
  const mode = readMode(asked);
  const after = typeof asked.after === "string" ? asked.after : undefined;
  const caller = { merchantId: call.merchant.id, mode };
  const now = runtime.clock.now();
  const [work, counts, health, counted] = await Promise.all([
    listWork(runtime, { caller, limit: PAGE, after }),
    countWork(runtime, { caller }),
    loadHealth(runtime, { caller }),
    loadCounts(runtime, { caller }),
  ]);
  const isEditor = hasRole(call.role, "editor");
  const isOwner = hasRole(call.role, "owner");
  const merchant = call.merchant.slug;
  const hasNoParcels = counted !== null && (counted.counts.get("status")?.size ?? 0) === 0;

  const actionsFor = ({ id, kind, trackingNumber }: WorkRow) => (
    <>
      {kind === "silent" && (
        <ActionButton action={checkParcelNow} merchant={merchant} input={{ mode, id }} icon="refresh" about={trackingNumber}>
          Check now
        </ActionButton>
      )}
      <SettleButton settle={settle} merchant={merchant} mode={mode} id={id} about={trackingNumber} />
    </>
  );
  return (
    <>
      <PageHeader
        title="Work to do"
        description="What needs somebody, and whether news comes in and goes out."
        actions={<ModeTabs path="/admin" mode={mode} />}
      />
      <div className="grid gap-5">
        <WorkPanel
          rows={work.items.map((item) => buildRow(item, mode, now))}
          counts={counts}
          most={MOST_COUNTED}
          firstHref={after === undefined ? null : hrefInMode("/admin", mode)}
          nextHref={work.next && hrefInMode("/admin", mode, { after: work.next })}
          days={{ silentAfter: SILENT_AFTER_DAYS, forgottenAfter: FORGOTTEN_AFTER_DAYS }}
          actionsFor={isEditor ? actionsFor : undefined}
          welcome={hasNoParcels ? <Welcome isOwner={isOwner} sourcesHref={hrefInMode("/admin/sources", mode)} /> : null}
        />
        <HealthPanel
          ailments={health.ailments.map((ailment) => ({
            ...describeAilment(ailment, now),
            actions: <Remedy ailment={ailment} at={{ merchant, mode, isEditor, isOwner }} />,
          }))}
          facts={factsOf(health, now)}
        />
        <ChartPanels counted={counted} mode={mode} now={now} />
      </div>
    </>
  );
}

const t = createTranslator("en");

function buildRow(
  { trackerId, kind, carrier, trackingNumber, orderNumber, status, substatus, since }: WorkItem,
  mode: Mode,
  now: Instant,
): WorkRow {
  return {
    id: trackerId,
    kind,
    href: hrefInMode(`/admin/parcels/${trackerId}`, mode),
    carrier: findCarrier(carrier)?.name ?? carrier,
    trackingNumber,
    orderNumber,
    happened: t(`substatus.${substatus}`),
    advice: adviceFor({ kind, status, substatus }),
    // Scans tell the day better than the hour.
    since: { ...momentText(since, now), title: dayOf(since) },
  };
}

function factsOf({ sources, endpoints, lastHeardAt }: Health, now: Instant): string {
  const heard = lastHeardAt === null ? "nothing has come in yet" : `the last news came in ${momentText(lastHeardAt, now).text}`;
  const some = (count: number, noun: string) => (count === 1 ? `1 ${noun}` : `${count} ${noun}s`);
  return `${some(sources, "source")}, ${some(endpoints, "endpoint")}; ${heard}.`;
}
