import { createApiKey } from "#lib/auth/create-api-key.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import type { TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { provideTestServices, type VisitorOptions } from "./visit.testing.ts";

type ApiMethod = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
/** What a route file of a dialect exports. */
type ApiRouteModule = Partial<Record<ApiMethod, (request: Request) => Response | Promise<Response>>>;

export interface ApiVisitorOptions extends VisitorOptions {
  /** How this dialect sends a key; as a bearer, if not given. */
  keyHeaders?: (key: string) => Record<string, string>;
}

export interface ApiVisit {
  /** Plain data is sent as JSON; text as it is, under `content-type` of the headers. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface ApiVisitAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The body, where it is JSON; undefined where it is not. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of it
  json: any;
}

/** `shop.call("GET", "/v2/trackers")` with a key of its own. */
export interface ApiShop {
  merchant: Merchant;
  key: string;
  call(method: ApiMethod, path: string, visit?: ApiVisit): Promise<ApiVisitAnswer>;
}

/**
 * Lets tests call a route's exported handlers on a database of their own, as Next would.
 * `openShop` makes a merchant, or finds the one it made before, and a key of one mode; `call` does without a key.
 */
export function createApiVisitor(test: TestDatabase, route: ApiRouteModule, options: ApiVisitorOptions = {}) {
  const { keyHeaders = (key) => ({ authorization: `Bearer ${key}` }), ...visitorOptions } = options;
  provideTestServices(test, visitorOptions);
  const merchants = new Map<string, Merchant>();

  async function call(method: ApiMethod, path: string, { body, headers }: ApiVisit = {}): Promise<ApiVisitAnswer> {
    // As Next does: what a route has no handler for goes to GET's, or to nobody.
    const handler = route[method] ?? (method === "HEAD" ? route.GET : undefined);
    if (!handler) throw new Error(`the route exports no ${method}`);
    const isText = typeof body === "string" || body instanceof Uint8Array;
    const request = new Request(`http://localhost:3000${path}`, {
      method,
      headers: { host: "localhost:3000", ...(body !== undefined && !isText && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: isText ? (body as BodyInit) : JSON.stringify(body) }),
    });
    const response = await handler(request);
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get("content-type") ?? "") && text !== "";
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  }

  async function openShop(slug: string, mode: "test" | "production" = "test"): Promise<ApiShop> {
    const merchant = merchants.get(slug) ?? (await createMerchant(test, slug));
    merchants.set(slug, merchant);
    const { key } = await createApiKey(test, { merchantId: merchant.id, mode, name: "Test" });
    const callWithKey: ApiShop["call"] = (method, path, visit = {}) =>
      call(method, path, { ...visit, headers: { ...keyHeaders(key), ...visit.headers } });
    return { merchant, key, call: callWithKey };
  }

  return { call, openShop };
}
