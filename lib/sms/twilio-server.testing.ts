import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface TwilioServer {
  /** For TWILIO_URL. */
  url: string;
  /** What was sent, oldest first. */
  requests: { path: string; authorization: string | undefined; form: Record<string, string> }[];
  /** What comes next is answered so; null for what Twilio says to a good SMS. */
  answerWith(answer: ((response: ServerResponse) => void) | null): void;
  close(): Promise<void>;
}

/** An HTTP server that behaves as Twilio documents. */
export async function startTwilioServer(): Promise<TwilioServer> {
  const requests: TwilioServer["requests"] = [];
  let answer: ((response: ServerResponse) => void) | null = null;
  const server = createServer(async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    requests.push({ path: request.url ?? "", authorization: request.headers.authorization, form });
    const sid = `SM${String(requests.length).padStart(32, "0")}`;
    if (answer) answer(response);
    else sendJson(response, 201, { sid, status: "queued", to: form.To, body: form.Body, error_code: null });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answerWith: (next) => {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** As Twilio answers what it does not do. */
export const refuse = (status: number, code: number) => (response: ServerResponse) =>
  sendJson(response, status, { code, message: "…", more_info: `https://www.twilio.com/docs/errors/${code}`, status });

export function sendJson(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
