import type { Services } from "#app/_server/services.ts";
import type { Caller } from "#lib/auth/caller.ts";

/** What an endpoint sees of a request: parsed, and on behalf of a known caller. */
export interface ApiCall {
  services: Services;
  caller: Caller;
  /** The `:names` of the endpoint's path, decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** JSON or form, as plain data: `tracker[tracking_code]=1` is `{ tracker: { tracking_code: "1" } }`. Undefined without a body. */
  body: unknown;
  /** Scheme and host the caller used. */
  origin: string;
  requestId: string;
}

export interface ApiAnswer {
  status: number;
  /** Written by the dialect as JSON; undefined for no body. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

export interface Endpoint {
  method: Method;
  /** Below the dialect's root, without trailing slash: `/trackers/:id`. */
  path: string;
  handle(call: ApiCall): Promise<ApiAnswer>;
}

/** What can go wrong before, beside or instead of an endpoint. `message` is a sentence that says what to do. */
export interface ApiFault {
  kind:
    | "key_missing"
    | "key_unknown"
    | "body_malformed"
    | "body_too_large"
    | "path_unknown"
    | "method_not_allowed"
    | "rate_limited"
    | "unavailable"
    | "internal";
  message: string;
}

/** One vendor's way of speaking HTTP, or ours. */
export interface Dialect {
  name: string;
  /** Where its paths begin: `/v2`; `""` for the host's root. */
  root: string;
  /** The API key as this dialect sends it; null where there is none. */
  readKey(headers: Headers): string | null;
  /** The fault in the dialect's own shape and status; `Allow` and `Retry-After` are added by the route. */
  describeFault(fault: ApiFault, requestId: string): ApiAnswer;
  /** JSON text of a body; `JSON.stringify` where it is absent. */
  write?(body: unknown): string;
  endpoints: readonly Endpoint[];
}
