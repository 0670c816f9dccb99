import type { ServerResponse } from "node:http";

/** What goes wrong at providers, whoever they are. */
export type Fault =
  | "unauthorized"
  | "payment"
  | "forbidden"
  | "not_found"
  | "rate_limited"
  | "rate_limited_until"
  | "rate_limited_silently"
  | "broken"
  | "maintenance"
  | "html"
  | "truncated"
  | "cut_off"
  | "endless"
  | "redirect"
  | "hung";

type Misbehave = (response: ServerResponse, goodBody: string, errorBody: unknown) => void;

const withStatus =
  (status: number, headers: Record<string, string> = {}): Misbehave =>
  (response, _, errorBody) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(errorBody));
  };

export const FAULTS: Record<Fault, Misbehave> = {
  unauthorized: withStatus(401),
  payment: withStatus(402),
  forbidden: withStatus(403),
  not_found: withStatus(404),
  rate_limited: withStatus(429, { "retry-after": "90" }),
  rate_limited_until: withStatus(429, { date: "Sun, 01 Mar 2026 12:00:00 GMT", "retry-after": "Sun, 01 Mar 2026 12:02:00 GMT" }),
  rate_limited_silently: withStatus(429),
  broken: withStatus(500),
  maintenance: (response) => void response.writeHead(503, { "content-type": "text/html" }).end("<h1>Back soon</h1>"),
  html: (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>"),
  truncated: (response, goodBody) => void response.writeHead(200).end(goodBody.slice(0, goodBody.length / 2)),
  cut_off(response, goodBody) {
    response.writeHead(200, { "content-length": goodBody.length + 100 });
    response.write(goodBody, () => response.socket?.destroy());
  },
  endless(response) {
    const write = () => {
      while (!response.destroyed && response.write(`{"more":`.repeat(10_000)));
      if (!response.destroyed) response.once("drain", write);
    };
    write();
  },
  redirect: (response) => void response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
  hung: () => undefined,
};
