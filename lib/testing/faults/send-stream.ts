import { setTimeout as sleep } from "node:timers/promises";
import type { PlannedWebhook } from "./webhook-stream.ts";

const AT_ONCE = 8;
const RETRY_MS = 100;

export interface Sending {
  /** How many deliveries were acknowledged so far. */
  acknowledged(): number;
  done: Promise<void>;
}

/**
 * Delivers as a vendor does: several at once, again after every answer that is no success, until all are acknowledged.
 * `mayPass` holds back the deliveries whose time has not come.
 */
export function sendStream(
  webhooks: readonly PlannedWebhook[],
  { urlOf, mayPass }: { urlOf(index: number): string; mayPass(index: number): boolean },
): Sending {
  let next = 0;
  let acknowledged = 0;
  const courier = async () => {
    for (let index = next++; index < webhooks.length; index = next++) {
      const webhook = webhooks[index];
      while (webhook && !(mayPass(index) && (await isAcknowledged(urlOf(index), webhook)))) await sleep(RETRY_MS);
      acknowledged += 1;
    }
  };
  return { acknowledged: () => acknowledged, done: Promise.all(Array.from({ length: AT_ONCE }, courier)).then(() => undefined) };
}

async function isAcknowledged(url: string, { body, headers }: PlannedWebhook): Promise<boolean> {
  try {
    const response = await fetch(url, { method: "POST", body, headers, signal: AbortSignal.timeout(10_000) });
    await response.arrayBuffer();
    if (response.status >= 400 && response.status < 500) throw new Refused(`${url} answered ${response.status}`);
    return response.ok;
  } catch (error) {
    if (error instanceof Refused) throw error;
    return false;
  }
}

/** No repetition makes this one welcome: the suite itself is wrong. */
class Refused extends Error {}
