import { AUTH_PATH } from "./library-options.ts";
import { keepCookies } from "./session-cookies.ts";

/** What a browser asks the library itself, and how. Everything else it could answer goes through actions of ours, or is not offered. */
const CEREMONIES: Readonly<Record<string, "GET" | "POST">> = {
  "/passkey/generate-authenticate-options": "GET",
  "/passkey/verify-authentication": "POST",
  "/passkey/generate-register-options": "GET",
  "/passkey/verify-registration": "POST",
};

export function isCeremony({ method, url }: Pick<Request, "method" | "url">): boolean {
  const path = new URL(url).pathname.slice(AUTH_PATH.length);
  return Object.hasOwn(CEREMONIES, path) && CEREMONIES[path] === method;
}

/** `handle` is the library. What it says of sessions and keys stays here: scripts have no use for a token. */
export async function answerPasskeyRequest(
  request: Request,
  { origin, headers, handle }: { origin: string; headers: Headers; handle(request: Request): Promise<Response> },
): Promise<Response> {
  if (!isCeremony(request)) return new Response(null, { status: 404 });
  const { pathname, search } = new URL(request.url);
  const body = request.method === "POST" ? await request.text() : null;
  const answer = await handle(new Request(new URL(pathname + search, origin), { method: request.method, headers, body }));

  const isVerdict = request.method === "POST" && answer.ok;
  const kept = new Headers({ "cache-control": "no-store" });
  for (const cookie of keepCookies(answer.headers)) kept.append("set-cookie", cookie);
  if (isVerdict) return new Response(null, { status: 204, headers: kept });
  kept.set("content-type", "application/json");
  return new Response(await answer.text(), { status: answer.status, headers: kept });
}
