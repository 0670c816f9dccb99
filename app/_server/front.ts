import type { IncomingMessage, ServerResponse } from "node:http";
import { isConsole } from "./console/console-front.ts";

/**
 * Next drops `Content-Encoding` and `Content-Length` from a handler's answer. Our own server stands in front and puts them
 * back from these names; a request says with `FRONT` that it does, so that no handler compresses for a server that would not tell.
 */
export const FRONT = "x-waymark-front";
export const BODY_ENCODING = "x-waymark-body-encoding";
export const BODY_LENGTH = "x-waymark-body-length";

const REAL_NAMES: Readonly<Record<string, string>> = { [BODY_ENCODING]: "content-encoding", [BODY_LENGTH]: "content-length" };

/** Says who is really asking, behind whatever the client claims, and for what, in a spelling that Next can read. */
export function markRequest(request: IncomingMessage): void {
  request.url = readableTarget(request.url ?? "/");
  request.headers[FRONT] = "1";
  // Next redirects whoever sends it, to an address with a query of Next's own; only the console is made of React's components.
  if (!isConsole(request)) delete request.headers.rsc;
  const claimed = request.headers["x-forwarded-for"];
  request.headers["x-forwarded-for"] = [claimed, request.socket.remoteAddress].flat().filter(Boolean).join(", ");
}

/** Words of our own in shoppers' links, and the whole of a message's: some mail programs change their case. */
const OUR_WORDS = /^\/(?:(?:tracking|embed)(?=\/)|preferences\/.*)/i;

/** Next answers 500 to `/%` and `*`, and redirects `http://host/path` to itself: all three are addresses of nothing, or of the path. */
function readableTarget(target: string): string {
  const [, path = "", query = ""] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)(.*)$/i.exec(target) ?? [];
  const rooted = (path.startsWith("/") ? path : `/${path}`).replace(OUR_WORDS, (word) => word.toLowerCase());
  return `${isDecodable(rooted) ? rooted : rooted.replaceAll("%", "%25")}${withoutExcess(query)}`;
}

/** Next takes seconds over thousands of parameters of one name. No form of ours has more, and no link, whatever was added to it. */
const MOST_PARAMETERS = 200;

function withoutExcess(query: string): string {
  let end = -1;
  for (let count = 0; count < MOST_PARAMETERS; count++) {
    end = query.indexOf("&", end + 1);
    if (end < 0) return query;
  }
  return query.slice(0, end);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** What no route of ours will ever answer, and Next does not survive. */
export function isRefused({ method }: IncomingMessage): boolean {
  return method === "TRACE";
}

/** Gives the body's headers their real names, and a document's `Vary` back from Next, which adds its own. */
export function translateHeaders(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const realName = REAL_NAMES[name.toLowerCase()];
    if (realName) return setHeader(realName, String(value));
    const isOurVary = name.toLowerCase() === "vary" && Array.isArray(value) && value.length > 1;
    return setHeader(name, isOurVary ? value.slice(-1) : value);
  };
}
