import { carrierOfTestNumber, EASYPOST_TEST_NUMBERS, SHIPPO_TEST_NUMBERS } from "#lib/carriers/test-numbers.ts";
import { EASYPOST_STORIES } from "#lib/providers/test-numbers/easypost-numbers.ts";
import { testNumberPayload } from "#lib/providers/test-numbers/index.ts";
import type { ProviderName } from "#lib/tracking/snapshot.ts";
import type { DemoParcel } from "./demo-parcel.ts";

/** The test numbers of EasyPost and Shippo: no account needed, each stands in a known status. */
function testParcel(trackingNumber: string, provider: ProviderName, title: string): DemoParcel {
  const carrier = carrierOfTestNumber(trackingNumber);
  return {
    group: "Test numbers",
    title,
    merchant: "fern-and-fable",
    provider,
    mode: "test",
    isDated: false,
    carrier: carrier ?? "",
    trackingNumber,
    payloads: (stage) => (carrier === null ? [] : [testNumberPayload(carrier, trackingNumber, stage.now)?.payload]),
  };
}

export const TEST_NUMBERS: readonly DemoParcel[] = [
  ...EASYPOST_TEST_NUMBERS.map((number) => testParcel(number, "easypost", `${number} · ${EASYPOST_STORIES[number].status}`)),
  ...SHIPPO_TEST_NUMBERS.map((number) => testParcel(number, "shippo", number)),
];
