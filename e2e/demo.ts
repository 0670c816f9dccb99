import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_BRANDS } from "#lib/demo/demo-brands.ts";
import type { DemoParcel } from "#lib/demo/demo-parcel.ts";
import { DEMO_PARCELS } from "#lib/demo/demo-parcels.ts";
import { createStage } from "#lib/providers/test-numbers/stage.ts";
import { systemClock } from "#lib/shared/clock.ts";

const defaultMerchant = DEMO_BRANDS.find(({ isDefault }) => isDefault)?.slug;

export function demoParcel(trackingNumber: string): DemoParcel {
  const parcel = DEMO_PARCELS.find((candidate) => candidate.trackingNumber === trackingNumber);
  if (!parcel) throw new Error(`The demo has no parcel ${trackingNumber}.`);
  return parcel;
}

/** The public address of a demo parcel on the platform's own host. */
export function pathOf({ merchant, carrier, trackingNumber }: DemoParcel): string {
  return `${merchant === defaultMerchant ? "" : `/tracking/${merchant}`}/${carrier}/${trackingNumber}`;
}

/** What a command prints, run on the server's database. */
export function waymark(...args: string[]): string {
  return execFileSync("node", ["lib/cli/waymark.mjs", ...args], {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR, PORT: process.env.E2E_PORT ?? "3199" },
  });
}

/** Ingests a payload as a merchant would, through the command line, and gives back the addresses it prints. */
export function ingest(provider: string, payload: unknown, merchant: string): { publicUrl: string; privateUrl: string }[] {
  const file = join(mkdtempSync(join(tmpdir(), "waymark-payload-")), "payload.json");
  writeFileSync(file, JSON.stringify(payload));
  const output = waymark("ingest", provider, file, "--merchant", merchant);
  const addresses = output.match(/https?:\/\/\S+/g) ?? [];
  const isPrivate = (url: string) => new URL(url).searchParams.has("key");
  const publicUrls = addresses.filter((url) => !isPrivate(url));
  const privateUrls = addresses.filter(isPrivate);
  return publicUrls.map((publicUrl, index) => ({ publicUrl, privateUrl: privateUrls[index] ?? "" }));
}

/** What is to happen today, as of today: the day may have turned, where the parcel goes, since the server told its demo. */
export function tellNow(parcel: DemoParcel): void {
  privateUrls(parcel);
}

/** The private addresses of a demo parcel: a repeated payload changes nothing and names them again. */
export function privateUrls(parcel: DemoParcel): string[] {
  const stage = createStage(systemClock.now());
  return parcel.payloads(stage).flatMap((payload) => ingest(parcel.provider, payload, parcel.merchant).map(({ privateUrl }) => privateUrl));
}
