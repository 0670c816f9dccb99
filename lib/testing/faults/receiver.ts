import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createFixedRandom } from "../fixed-random.ts";

export interface Receiver {
  url: string;
  /** How often each event was accepted, by its id. */
  accepted: ReadonlyMap<string, number>;
  refused(): number;
  close(): Promise<void>;
}

/** A merchant's endpoint, which answers 500 to that share of what it is told. */
export async function startReceiver({ failing }: { failing: number }): Promise<Receiver> {
  const random = createFixedRandom();
  const accepted = new Map<string, number>();
  let refused = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if ((random(1)[0] ?? 0) / 256 < failing) {
      refused += 1;
      response.writeHead(500).end();
      return;
    }
    const { id } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { id: string };
    accepted.set(id, (accepted.get(id) ?? 0) + 1);
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    accepted,
    refused: () => refused,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
