import type { IncomingMessage, ServerResponse } from "node:http";

/** How long, and how much, somebody may go on sending what nobody reads any more. */
const PATIENCE_MS = 2_000;
const PATIENCE_BYTES = 8 * 1024 * 1024;

/**
 * Makes an answer that is given before its request has come in whole the last one of its connection. Closed at once, the connection
 * would be reset, and the answer lost on a client that is still sending: so what still comes is passed over for a while.
 */
export function hangUpAfterEarlyAnswer(request: IncomingMessage, response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (...head: unknown[]) => {
    if (hasBody(request) && !request.complete) {
      response.setHeader("connection", "close");
      request.socket.destroySoon = () => hangUp(request);
    }
    return writeHead(...head);
  };
}

/** Whether a request came behind one whose answer was the last: nobody could be told what became of it. */
export function isBehindLastAnswer({ socket }: IncomingMessage): boolean {
  return socket.writableEnded;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function hangUp(request: IncomingMessage): void {
  const { socket } = request;
  socket.end();
  const mostBytes = socket.bytesRead + PATIENCE_BYTES;
  const patience = setTimeout(() => socket.destroy(), PATIENCE_MS);
  socket.once("close", () => clearTimeout(patience));
  // Whoever read the body before would keep it, or break now that his stream is closed.
  request.removeAllListeners("data");
  request.on("data", () => socket.bytesRead > mostBytes && socket.destroy());
  request.once("end", () => socket.destroy());
  request.resume();
}
