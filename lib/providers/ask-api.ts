import type { HttpClient, HttpRequest } from "#lib/http/http-client.ts";
import { readRetryAfter } from "#lib/http/read-retry-after.ts";
import { parseJson } from "#lib/shared/json.ts";
import type { ClientAnswer } from "./provider.ts";

const TIMEOUT_MS = 15_000;
/** The longest histories of real parcels are well below 1 MB. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;

export interface ApiReply {
  status: number;
  body: string;
  /** Null where the body is no JSON object. */
  json: Record<string, unknown> | null;
}

export interface ApiCall extends Pick<HttpRequest, "method" | "url" | "headers" | "body"> {
  http: HttpClient;
  /** The vendor's name, for sentences. */
  vendor: string;
  /** Goes into a header, so that it is looked at before it is sent. */
  apiKey: string;
  /** What an answer means in the vendor's own words; null leaves it to its HTTP status. */
  judge: (reply: ApiReply) => ClientAnswer | null;
}

/** Asks a provider's API once and sorts what it answers. Never throws. */
export async function askApi({ http, vendor, apiKey, judge, ...request }: ApiCall): Promise<ClientAnswer> {
  if (!/^[\x21-\x7e]+$/.test(apiKey))
    return { kind: "unauthorized", problem: `The API key for ${vendor} holds characters that no key has.` };
  const headers = { accept: "application/json", ...request.headers };
  const answer = await http.request({ ...request, headers, timeoutMs: TIMEOUT_MS, maxBodyBytes: MAX_BODY_BYTES, isFromSettings: true });
  if (answer.kind !== "answer") return { kind: "unavailable", problem: `${vendor} cannot be reached: ${answer.problem}.` };
  if (answer.status === 429) return { kind: "rate_limited", retryAfterMs: readRetryAfter(answer.headers) };
  const reply: ApiReply = { status: answer.status, body: answer.body, json: readObject(answer.body) };
  return judge(reply) ?? judgeStatus(reply, vendor);
}

const MEANINGS: Readonly<Record<number, (vendor: string) => ClientAnswer>> = {
  204: () => ({ kind: "accepted" }),
  401: (vendor) => ({ kind: "unauthorized", problem: `${vendor} does not accept the API key.` }),
  402: (vendor) => ({ kind: "unauthorized", problem: `${vendor} asks to be paid: look at the account's billing there.` }),
  403: (vendor) => ({ kind: "unauthorized", problem: `${vendor} does not let this API key, or this account's plan, track parcels.` }),
  404: (vendor) => ({ kind: "not_found", problem: `${vendor} does not know this parcel yet.` }),
  410: (vendor) => ({ kind: "not_found", problem: `${vendor} does not know this parcel any more.` }),
};

function judgeStatus({ status, body, json }: ApiReply, vendor: string): ClientAnswer {
  const meaning = MEANINGS[status];
  if (meaning) return meaning(vendor);
  if (status < 200 || status > 299) return { kind: "unavailable", problem: `${vendor} answered with HTTP status ${status}.` };
  return json === null
    ? { kind: "unavailable", problem: `${vendor} answered with something that is not its JSON.` }
    : { kind: "payload", body };
}

function readObject(body: string): Record<string, unknown> | null {
  const json = parseJson(body);
  const isObject = json.kind === "parsed" && typeof json.value === "object" && json.value !== null && !Array.isArray(json.value);
  return isObject ? (json.value as Record<string, unknown>) : null;
}
