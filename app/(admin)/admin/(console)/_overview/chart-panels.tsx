import { BarList } from "#components/admin/charts/bar-list.tsx";
import { DailyBars } from "#components/admin/charts/daily-bars.tsx";
import { ShareLine } from "#components/admin/charts/share-line.tsx";
import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { Notice } from "#components/admin/ui/notice.tsx";
import { Panel } from "#components/admin/ui/panel.tsx";
import { statusWords } from "#components/admin/ui/status-badge.tsx";
import { buildCharts, type Charts } from "#lib/overview/build-charts.ts";
import type { CountedBooks } from "#lib/overview/counts.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { dayText } from "#lib/view/console-days.ts";
import { momentText } from "#lib/view/console-time.ts";

interface ChartPanelsProps {
  /** Null before a large shop was counted for the first time. */
  counted: CountedBooks | null;
  mode: Mode;
  now: Instant;
}

/** The last thirty days, and how the parcels stand; nothing where there has been nothing. */
export function ChartPanels({ counted, mode, now }: ChartPanelsProps) {
  if (counted === null) return <Notice>There is much to count here: the first numbers show up in a few minutes.</Notice>;
  const charts = buildCharts(counted);
  if (isEmpty(charts)) return null;
  return (
    <section aria-label="Numbers" className="grid items-start gap-5 xl:grid-cols-2">
      <Panel title="Parcels now" footer={<p className="text-muted">{`As of ${momentText(counted.countedAt, now).text}.`}</p>}>
        <BarList
          caption="Parcels by status"
          rows={charts.statuses.map(({ status, count }) => ({
            label: statusWords(status),
            value: count,
            href: hrefInMode("/admin/parcels", mode, { status }),
          }))}
        />
      </Panel>
      <Panel title="Parcels, day by day" description="The last 30 days; days end at midnight UTC, deliveries count by the carrier's day.">
        <DailyBars
          title="Parcels registered and delivered"
          none="No parcel was registered or delivered."
          isGrouped
          series={[
            { label: "Registered", fill: "solid" },
            { label: "Delivered", fill: "striped" },
          ]}
          days={charts.parcels.map(({ on, registered, delivered }) => ({ day: dayText(on), values: [registered, delivered] }))}
        />
      </Panel>
      <Panel title="News in" description="Webhooks and answers as they were received, live and test together.">
        <DailyBars
          title="Payloads received"
          none="Nothing has come in."
          series={[
            { label: "Read", fill: "solid" },
            { label: "Not about parcels", fill: "dotted" },
            { label: "Not read", fill: "crossed" },
          ]}
          days={charts.received.map(({ on, read, ignored, unread }) => ({ day: dayText(on), values: [read, ignored, unread] }))}
        />
      </Panel>
      <Panel title="News out" description="Events on their way to your endpoints, by the day they happened.">
        <div className="grid grid-cols-1 gap-6">
          <DailyBars
            title="Events sent to endpoints"
            none="Nothing was sent: an endpoint is told of every parcel that moves."
            series={[
              { label: "Accepted at once", fill: "solid" },
              { label: "Accepted later", fill: "striped" },
              { label: "Under way", fill: "dotted" },
              { label: "Given up", fill: "crossed" },
            ]}
            days={charts.sent.map(({ on, atOnce, later, underWay, failed }) => ({
              day: dayText(on),
              values: [atOnce, later, underWay, failed],
            }))}
          />
          {charts.acceptanceInAll !== null && (
            <div className="grid gap-2">
              <h3 className="text-base">Accepted at the first attempt</h3>
              <ShareLine
                title="Share accepted at the first attempt"
                overall={charts.acceptanceInAll}
                days={charts.acceptance.map(({ on, share }) => ({ day: dayText(on), share }))}
              />
            </div>
          )}
        </div>
      </Panel>
    </section>
  );
}

function isEmpty({ statuses, parcels, received, sent }: Charts): boolean {
  const days = [...parcels, ...received, ...sent].flatMap(({ on: _, ...values }) => Object.values(values));
  return statuses.length === 0 && days.every((value) => value === 0);
}
