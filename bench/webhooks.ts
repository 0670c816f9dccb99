/** How fast webhooks are accepted, and how soon a page shows what one said: on both engines, beside a server that only checks the signature. */
import { type DatabasePlace, makeFolder, makeSchema } from "#lib/testing/database-places.ts";
import { sendStream } from "#lib/testing/faults/send-stream.ts";
import { openShop, SECRET } from "#lib/testing/faults/shop.ts";
import { numberOf, planStream } from "#lib/testing/faults/webhook-stream.ts";
import { startPostgres } from "#lib/testing/postgres.mjs";
import { startServer } from "#lib/testing/server-process.ts";
import { startServer as startScript } from "./child.mjs";
import { percentile } from "./load.mjs";

const PARCELS = 200;
const SCANS = 20;
/** Deliveries timed one by one from sending to showing. */
const VISIBLE = 300;
const HOOK_PORT = 3306;
/** When the plan's first scan happened, as the page's data spells it. */
const SCANNED_AT = "2026-03-01T04:00:00";

export interface WebhookRow {
  title: string;
  acceptedPerSecond: number;
  /** From sending a webhook until the page shows its scan; null where there is no page. */
  visibleMs: { p50: number; p99: number } | null;
  /** One look at the same page, with nothing to wait for. */
  pageMs: number | null;
}

export async function measureWebhooks(): Promise<WebhookRow[]> {
  const bare = await startScript({
    name: "bare node:http",
    script: "bench/servers/hook.mjs",
    env: { BENCH_SECRET: SECRET },
    port: HOOK_PORT,
  });
  const rows: WebhookRow[] = [
    {
      title: "bare node:http, signature only",
      acceptedPerSecond: await accept(`http://127.0.0.1:${HOOK_PORT}/`),
      visibleMs: null,
      pageMs: null,
    },
  ];
  await bare.stop();

  const folder = await makeFolder();
  rows.push(await measureEngine("Waymark on SQLite", folder));
  // A database that may forget what it acknowledged would be no measure.
  const postgres = await startPostgres({ durable: true });
  rows.push(await measureEngine("Waymark on PostgreSQL", await makeSchema(postgres.url)));
  await postgres.stop();
  return rows;
}

async function measureEngine(title: string, place: DatabasePlace): Promise<WebhookRow> {
  const shop = await openShop(place);
  const server = await startServer({ place, settings: { LOG_LEVEL: "error" } });
  try {
    const hook = server.origin + shop.hookPath;
    const acceptedPerSecond = await accept(hook);
    while ((await shop.books()).unprocessed > 0) await new Promise((resolve) => setTimeout(resolve, 250));
    const { visible, looks } = await watchPages(hook, server.origin);
    const visibleMs = { p50: percentile(visible, 0.5), p99: percentile(visible, 0.99) };
    return { title, acceptedPerSecond, visibleMs, pageMs: percentile(looks, 0.5) };
  } finally {
    await server.stop();
    await shop.close();
    await place.remove();
  }
}

/** Deliveries acknowledged per second, eight at once. */
async function accept(url: string): Promise<number> {
  const stream = planStream({ parcels: PARCELS, scans: SCANS, repeats: 0, secret: SECRET });
  const started = performance.now();
  await sendStream(stream, { urlOf: () => url, mayPass: () => true }).done;
  return (stream.length / (performance.now() - started)) * 1000;
}

/** Sends one webhook at a time, each of a parcel of its own, and looks at the page's data until it shows the scan. */
async function watchPages(hook: string, origin: string) {
  const first = PARCELS + 1;
  const visible: number[] = [];
  const looks: number[] = [];
  for (let parcel = first; parcel < first + VISIBLE; parcel++) {
    const [webhook] = planStream({ parcels: 1, scans: 1, repeats: 0, secret: SECRET, firstParcel: parcel });
    if (!webhook) throw new Error("the plan is empty");
    const page = `${origin}/tracking/acme/usps/${numberOf(parcel)}.json`;
    const started = performance.now();
    const answer = await fetch(hook, { method: "POST", ...webhook });
    if (!answer.ok) throw new Error(`${hook} answered ${answer.status}`);
    let asked: number;
    let text: string;
    do {
      asked = performance.now();
      text = await (await fetch(page)).text();
      if (asked - started > 10_000) throw new Error(`${page} never showed its scan`);
    } while (!text.includes(SCANNED_AT));
    const now = performance.now();
    visible.push(now - started);
    looks.push(now - asked);
  }
  return { visible, looks };
}
