import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { type DatabasePlace, makeFolder, makeSchema } from "../database-places.ts";
import { startServer } from "../server-process.ts";
import { startReceiver } from "./receiver.ts";
import { type Sending, sendStream } from "./send-stream.ts";
import { type Books, openShop, SECRET, type Shop } from "./shop.ts";
import { messageOf, numberOf, planStream, randomNumbers } from "./webhook-stream.ts";

const KILLS = 20;
const PLAN = { parcels: 200, scans: 20, repeats: 1000, secret: SECRET };
const SETTLED_WITHIN_MS = 300_000;

const url = process.env.TEST_DATABASE_URL;
const ENGINES: readonly [engine: string, makePlace: (() => Promise<DatabasePlace>) | null][] = [
  ["sqlite", makeFolder],
  ["postgres", url ? () => makeSchema(url) : null],
];

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** What is opened here is closed after the test, the last first. */
function opened<Thing>(thing: Thing, close: (thing: Thing) => Promise<unknown>): Thing {
  undo.push(() => close(thing));
  return thing;
}

for (const [engine, makePlace] of ENGINES) {
  describe.skipIf(makePlace === null)(`news under faults (${engine}${makePlace ? "" : ": skipped, TEST_DATABASE_URL is not set"})`, () => {
    it(`loses and doubles nothing of 5,000 webhooks while the server is killed ${KILLS} times`, async () => {
      const { place, shop, receiver } = await open(makePlace, { failing: 1 / 3 });
      const server = opened(await startServer({ place }), (it) => it.stop());
      const random = randomNumbers(KILLS);
      const stream = planStream(PLAN);
      let allowed = 0;
      const sending = sendStream(stream, { urlOf: () => server.origin + shop.hookPath, mayPass: (index) => index < allowed });
      for (let kill = 1; kill <= KILLS; kill++) {
        allowed = Math.ceil((kill * stream.length) / KILLS);
        await reach(sending, ((kill - random()) * stream.length) / KILLS);
        await sleep(random() * 500);
        await server.kill();
        say(`killed ${kill} of ${KILLS} times, ${sending.acknowledged()} of ${stream.length} acknowledged`);
        await server.restart();
      }
      await sending.done;

      const books = await settle(shop);
      expectEverythingOnce(books);
      expect(receiver.refused()).toBeGreaterThan(1000);
      const untold = [...books.events.created, ...books.events.updated].filter((id) => !receiver.accepted.has(id));
      expect(untold).toEqual([]);
    });

    it("shares the work of two processes without doing any twice", async () => {
      const { place, shop, receiver } = await open(makePlace, { failing: 0 });
      const one = opened(await startServer({ place }), (it) => it.stop());
      const other = opened(await startServer({ place }), (it) => it.stop());
      const stream = planStream(PLAN);
      const urlOf = (index: number) => (index % 2 ? one : other).origin + shop.hookPath;
      await sendStream(stream, { urlOf, mayPass: () => true }).done;

      const books = await settle(shop);
      expectEverythingOnce(books);
      const ids = [...books.events.created, ...books.events.updated].sort();
      expect([...receiver.accepted.keys()].sort()).toEqual(ids);
      expect([...receiver.accepted].filter(([, times]) => times !== 1)).toEqual([]);
    });
  });
}

async function open(makePlace: (() => Promise<DatabasePlace>) | null, answers: { failing: number }) {
  if (!makePlace) throw new Error("skipped suites open nothing");
  const place = opened(await makePlace(), (it) => it.remove());
  const receiver = opened(await startReceiver(answers), (it) => it.close());
  const shop = opened(await openShop(place, receiver.url), (it) => it.close());
  return { place, receiver, shop };
}

/** Waits until so many deliveries are acknowledged. */
async function reach(sending: Sending, acknowledged: number): Promise<void> {
  while (sending.acknowledged() < acknowledged) await sleep(20);
}

/** Waits until nothing waits any more; what waits for a later attempt is tried at once. */
async function settle(shop: Shop): Promise<Books> {
  const deadline = Date.now() + SETTLED_WITHIN_MS;
  for (let round = 0; ; round++) {
    const books = await shop.books();
    if (books.unprocessed === 0 && books.undelivered === 0) return books;
    if (Date.now() > deadline) throw new Error(`never settled: ${books.unprocessed} unprocessed, ${books.undelivered} undelivered`);
    if (round % 5 === 0) say(`${books.unprocessed} to process, ${books.undelivered} to deliver`);
    if (books.unprocessed === 0 && round % 5 === 4) await shop.hurry();
    await sleep(1000);
  }
}

function expectEverythingOnce({ scans, events }: Books): void {
  const messages = Array.from({ length: PLAN.scans }, (_, scan) => messageOf(scan)).sort();
  const wanted = Array.from({ length: PLAN.parcels }, (_, parcel): [string, string[]] => [numberOf(parcel), messages]);
  expect([...scans].sort()).toEqual(wanted.sort());
  expect(events.created).toHaveLength(PLAN.parcels);
  expect(events.updated).toHaveLength(PLAN.parcels * (PLAN.scans - 1));
}

function say(line: string): void {
  process.stdout.write(`   ${line}\n`);
}
