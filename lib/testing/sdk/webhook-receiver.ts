import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface ReceivedWebhook {
  /** With its query. */
  path: string;
  headers: IncomingHttpHeaders;
  /** The body's bytes as text, which is what is signed. */
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of it
  body: any;
}

export interface WebhookReceiver {
  /** Without trailing slash; every path below it is answered 200. */
  url: string;
  /** Waits until one comes that fits; those that came already count. */
  waitFor(fits: (webhook: ReceivedWebhook) => boolean): Promise<ReceivedWebhook>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;
const PAUSE_MS = 50;

/** A merchant's server: takes every webhook and keeps it. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    received.push({ path: request.url ?? "", headers: request.headers, text, body: JSON.parse(text) });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async waitFor(fits) {
      for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
        const found = received.find(fits);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      throw new Error(
        `Of ${received.length} webhooks that came, none was the one waited for: ${received.map(({ path }) => path).join(", ")}`,
      );
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
