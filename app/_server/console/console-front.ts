import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Whether an address is the merchant's console: Next draws it, and its scripts need leave to run. Next takes `/%61dmin` for `/admin`. */
export function isConsole({ url = "/" }: Pick<IncomingMessage, "url">): boolean {
  const [path = ""] = url.split(/[?#]/, 1);
  return /^\/admin(?:\/|$)/.test(decoded(path));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Sends whoever opens the console on another host, a shop's own say, to the platform's: sessions live on one host only.
 * Answers whether it did.
 */
export function sendHome(request: IncomingMessage, response: ServerResponse, publicOrigin: string): boolean {
  const host = request.headers.host?.toLowerCase();
  if (host === undefined || host === new URL(publicOrigin).host) return false;
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (isReading) response.writeHead(307, { location: `${publicOrigin}${request.url ?? "/admin"}`, "cache-control": "no-store" });
  else response.writeHead(421, { "content-type": "text/plain; charset=utf-8" });
  response.end(isReading ? "" : `The console answers at ${publicOrigin}/admin only.\n`);
  return true;
}

/** Gives a page of the console its headers. Next reads the nonce from the request's policy and puts it on its own scripts. */
export function dressConsole(request: IncomingMessage, response: ServerResponse, { dev }: { dev: boolean }): void {
  const nonce = randomBytes(16).toString("base64");
  const policy = consolePolicy(nonce, dev);
  request.headers["content-security-policy"] = policy;
  for (const [name, value] of Object.entries(CONSOLE_HEADERS)) response.setHeader(name, value);
  setUnlessAnswered(response, "content-security-policy", policy);
}

/** A preview answers with a policy of its own. Next drops a handler's header where one stands already, so ours comes last. */
function setUnlessAnswered(response: ServerResponse, name: string, value: string): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = (...args: unknown[]) => {
    if (!response.hasHeader(name)) response.setHeader(name, value);
    return writeHead(...args);
  };
}

const CONSOLE_HEADERS = {
  "cache-control": "private, no-store",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
  "cross-origin-opener-policy": "same-origin",
} as const;

function consolePolicy(nonce: string, dev: boolean): string {
  const policy = {
    "default-src": "'none'",
    // The dev server evaluates what it reloads, and listens on a socket.
    "script-src": `'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' blob: data:",
    "font-src": "'self'",
    "connect-src": `'self'${dev ? " ws:" : ""}`,
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join("; ");
}
