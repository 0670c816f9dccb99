import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Receiver {
  url: string;
  /** The bodies, in the order they came. */
  received: string[];
  /** What it says from now on. */
  answers(status: number, body?: string): void;
  close(): Promise<void>;
}

/** A merchant's own server, on a port of this machine. */
export async function openReceiver(): Promise<Receiver> {
  const received: string[] = [];
  let answer = { status: 200, body: "" };
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push(Buffer.concat(chunks).toString("utf8"));
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answers(status, body = "") {
      answer = { status, body };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
