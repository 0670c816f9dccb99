import type { TaskPayloads } from "#lib/jobs/job-queue.ts";

/** Sends one mail or SMS to a shopper. */
export async function sendMessage(_ctx: object, _payload: TaskPayloads["send_message"]): Promise<void> {
  throw new Error("not built yet");
}
