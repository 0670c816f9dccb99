import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

export interface ReceivedRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  /** In the order they came. */
  received: ReceivedRequest[];
  /** What it says from now on; "silence" for no answer at all. */
  answers(status: number | "silence", init?: { headers?: Record<string, string>; body?: string }): void;
}

/** A merchant's server, as real as ours: on a port of its own, and gone after the test. */
export function receivers(): () => Promise<Receiver> {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
  return async () => {
    const received: ReceivedRequest[] = [];
    let answer: Parameters<Receiver["answers"]> = [200];
    const server = createServer(async (request, response) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of request) chunks.push(chunk);
      received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      const [status, { headers = {}, body = "" } = {}] = answer;
      if (status !== "silence") response.writeHead(status, headers).end(body);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return {
      url: `http://127.0.0.1:${port}/hooks`,
      received,
      answers: (...next) => {
        answer = next;
      },
    };
  };
}
