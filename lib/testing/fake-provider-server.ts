import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { FAULTS, type Fault } from "./fake-provider-faults.ts";
import type { PolledProvider } from "./vendor-bodies.ts";

/** A request as it came in, with what tells whose it is. */
export interface SeenRequest {
  provider: PolledProvider;
  apiKey: string | null;
  method: string;
  /** Path and query. */
  target: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface FakeProviderServer {
  easypostUrl: string;
  shippoUrl: string;
  shipengineUrl: string;
  /** Every request so far, in order. */
  requests: SeenRequest[];
  /** What this provider answers of a number from now on; null for what it says of one nobody knows. */
  tell(provider: PolledProvider, trackingNumber: string, body: Record<string, unknown> | null): void;
  /** Every request goes wrong like this, until it is told otherwise. */
  fail(fault: Fault | null): void;
  /** Everything told, asked and gone wrong so far. */
  forget(): void;
  close(): Promise<void>;
}

interface Reply {
  status: number;
  body?: unknown;
}

interface Call extends SeenRequest {
  /** What has been told of a number; null where nobody knows it. */
  find(trackingNumber: string): Record<string, unknown> | null;
}

/** A server on this machine that speaks the tracking APIs of the three providers, each at its own base address. Any API key will do. */
export async function createFakeProviderServer(): Promise<FakeProviderServer> {
  const parcels = new Map<string, Record<string, unknown> | null>();
  const requests: SeenRequest[] = [];
  let fault: Fault | null = null;

  const server = createServer(async (request, response) => {
    const seen = await readRequest(request);
    if (seen === null) return send(response, { status: 404, body: { error: "no such API" } });
    requests.push(seen);
    const find = (trackingNumber: string) => parcels.get(`${seen.provider} ${trackingNumber}`) ?? null;
    const reply = VENDORS[seen.provider].answer({ ...seen, find });
    if (fault === null) send(response, reply);
    else FAULTS[fault](response, JSON.stringify(reply.body ?? {}), VENDORS[seen.provider].errorBody);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    easypostUrl: `${origin}/easypost/v2`,
    shippoUrl: `${origin}/shippo`,
    shipengineUrl: `${origin}/shipengine`,
    requests,
    tell(provider, trackingNumber, body) {
      parcels.set(`${provider} ${trackingNumber}`, body);
    },
    fail(next) {
      fault = next;
    },
    forget() {
      parcels.clear();
      requests.length = 0;
      fault = null;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Vendor {
  prefix: string;
  readKey(headers: IncomingMessage["headers"]): string | null;
  answer(call: Call): Reply;
  /** How it says that something is wrong. */
  errorBody: unknown;
}

const VENDORS: Record<PolledProvider, Vendor> = {
  easypost: {
    prefix: "/easypost/v2",
    readKey: ({ authorization }) => decodeBasic(authorization),
    answer: answerAsEasyPost,
    errorBody: { error: { code: "SOME.CODE", message: "Something is wrong.", errors: [] } },
  },
  shippo: {
    prefix: "/shippo",
    readKey: ({ authorization }) => /^ShippoToken (.+)$/.exec(authorization ?? "")?.[1] ?? null,
    answer: answerAsShippo,
    errorBody: { detail: "Something is wrong." },
  },
  shipengine: {
    prefix: "/shipengine",
    readKey: (headers) => (typeof headers["api-key"] === "string" ? headers["api-key"] : null),
    answer: answerAsShipEngine,
    errorBody: {
      request_id: "0",
      errors: [{ error_source: "shipengine", error_type: "security", error_code: "unspecified", message: "" }],
    },
  },
};

function answerAsEasyPost({ method, target, body, find }: Call): Reply {
  const { pathname, searchParams } = new URL(target, "http://x");
  if (method === "POST" && pathname === "/trackers") {
    const { tracker } = JSON.parse(body) as { tracker: { tracking_code: string } };
    const told = find(tracker.tracking_code);
    if (told) return { status: 201, body: told };
    const error = { code: "TRACKER.INVALID_PARAMS", message: "Invalid tracking code.", errors: [] };
    return { status: 422, body: { error } };
  }
  if (pathname === "/trackers") {
    const told = find(searchParams.get("tracking_code") ?? "");
    return { status: 200, body: { trackers: told ? [told] : [], has_more: false } };
  }
  const told = find(pathname.replace("/trackers/trk_", "").toUpperCase());
  return told ? { status: 200, body: told } : { status: 404, body: { error: { code: "NOT_FOUND", message: "Not found.", errors: [] } } };
}

function answerAsShippo({ method, target, body, find }: Call): Reply {
  if (method === "POST" && target === "/tracks/") {
    const form = new URLSearchParams(body);
    const carrier = form.get("carrier");
    const trackingNumber = form.get("tracking_number") ?? "";
    if (carrier === "unknown") return { status: 400, body: { carrier: ["Invalid value specified for provider 'unknown'"] } };
    return {
      status: 200,
      body: find(trackingNumber) ?? { carrier, tracking_number: trackingNumber, tracking_status: null, tracking_history: [] },
    };
  }
  const [, , , trackingNumber = ""] = target.split("/");
  const told = find(decodeURIComponent(trackingNumber));
  return told ? { status: 200, body: told } : { status: 404, body: { detail: "Not found." } };
}

function answerAsShipEngine({ method, target, find }: Call): Reply {
  const { pathname, searchParams } = new URL(target, "http://x");
  if (method === "POST" && pathname === "/v1/tracking/start") return { status: 204 };
  const trackingNumber = searchParams.get("tracking_number") ?? "";
  const silent = { tracking_number: trackingNumber, carrier_code: searchParams.get("carrier_code"), status_code: "NY", events: [] };
  return { status: 200, body: find(trackingNumber) ?? silent };
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = request.url ?? "";
  const entry = Object.entries(VENDORS).find(([, { prefix }]) => url.startsWith(prefix));
  if (entry === undefined) return null;
  const [provider, vendor] = entry as [PolledProvider, Vendor];
  return {
    provider,
    apiKey: vendor.readKey(request.headers),
    method: request.method ?? "",
    target: url.slice(vendor.prefix.length),
    headers: request.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function decodeBasic(authorization: string | undefined): string | null {
  const [, encoded] = /^Basic (.+)$/.exec(authorization ?? "") ?? [];
  return encoded === undefined ? null : (/^(.*):$/.exec(Buffer.from(encoded, "base64").toString())?.[1] ?? null);
}
