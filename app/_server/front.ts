import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Next drops `Content-Encoding` and `Content-Length` from a handler's answer. Our own server stands in front and puts them
 * back from these names; a request says with `FRONT` that it does, so that no handler compresses for a server that would not tell.
 */
export const FRONT = "x-waymark-front";
export const BODY_ENCODING = "x-waymark-body-encoding";
export const BODY_LENGTH = "x-waymark-body-length";

const REAL_NAMES: Readonly<Record<string, string>> = { [BODY_ENCODING]: "content-encoding", [BODY_LENGTH]: "content-length" };

/** Says who is really asking, behind whatever the client claims. */
export function markRequest(request: IncomingMessage): void {
  request.headers[FRONT] = "1";
  const claimed = request.headers["x-forwarded-for"];
  request.headers["x-forwarded-for"] = [claimed, request.socket.remoteAddress].flat().filter(Boolean).join(", ");
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
