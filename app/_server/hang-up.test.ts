import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hangUpAfterEarlyAnswer, isBehindLastAnswer } from "./hang-up.ts";

const MEGABYTE = "x".repeat(1024 * 1024);

/** Answers at once, whatever comes, as routes do that need not see the body or have seen enough of it. */
const asked: string[] = [];
const server = createServer((request, response) => {
  if (isBehindLastAnswer(request)) return;
  asked.push(request.url ?? "");
  hangUpAfterEarlyAnswer(request, response);
  if (request.url === "/after-a-look") request.once("data", () => response.writeHead(413).end("too large"));
  else setTimeout(() => response.writeHead(413).end("too large"), 20);
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

interface Heard {
  text: string;
  /** How the connection ended. */
  end: "closed" | "reset" | "open";
}

/** In which a connection ends that has to, on a busy machine too; and for which one is watched that has to stay. */
const [ENDS_WITHIN_MS, STAYS_FOR_MS] = [20_000, 500];

/** Sends the pieces one after the other, come what may, and listens until the connection ends, or nothing more is to come. */
function send(pieces: readonly string[], isOver = (_text: string) => false): Promise<Heard> {
  const { promise, resolve } = Promise.withResolvers<Heard>();
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: "127.0.0.1" });
  let text = "";
  const settle = (end: Heard["end"]) => {
    clearTimeout(tooLong);
    socket.destroy();
    resolve({ text, end });
  };
  let tooLong = setTimeout(() => settle("open"), ENDS_WITHIN_MS);
  socket.on("data", (chunk) => {
    text += chunk.toString();
    if (!isOver(text)) return;
    clearTimeout(tooLong);
    tooLong = setTimeout(() => settle("open"), STAYS_FOR_MS);
  });
  socket.on("end", () => settle("closed"));
  socket.on("error", () => settle("reset"));
  for (const piece of pieces) socket.write(piece);
  return promise;
}

const post = (path: string, ...headers: string[]) => `${[`POST ${path} HTTP/1.1`, "host: here", ...headers].join("\r\n")}\r\n\r\n`;
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

describe("a request that is answered before it has come in whole", { timeout: 2 * ENDS_WITHIN_MS }, () => {
  it.each([
    ["announces a large body and sends it", [post("/", `content-length: ${MEGABYTE.length * 4}`), ...Array(4).fill(MEGABYTE)]],
    ["announces a large body and sends little of it", [post("/", "content-length: 10000000000"), "x"]],
    [
      "sends a large body without saying how large",
      [post("/", "transfer-encoding: chunked"), ...Array(4).fill(chunk(MEGABYTE)), chunk("")],
    ],
    ["sends one that was looked at", [post("/after-a-look", "transfer-encoding: chunked"), ...Array(4).fill(chunk(MEGABYTE)), chunk("")]],
  ])("hears its answer, and that it is the last one, where it %s", async (_, pieces) => {
    const { text, end } = await send(pieces);
    expect(text).toMatch(/^HTTP\/1.1 413 /);
    expect(text).toMatch(/\r\nconnection: close\r\n/i);
    expect(text).toMatch(/too large/);
    expect(end).toBe("closed");
  });

  it("is hung up on in the end, if it never ends", async () => {
    const endless = [post("/", "transfer-encoding: chunked"), ...Array(40).fill(chunk(MEGABYTE))];
    expect((await send(endless)).end).not.toBe("open");
  });

  it("takes no other request with it", async () => {
    asked.length = 0;
    await send([post("/", `content-length: ${MEGABYTE.length}`), MEGABYTE, post("/second", "content-length: 0")]);
    expect(asked).toEqual(["/"]);
  });
});

describe("a request that has come in whole", { timeout: 2 * ENDS_WITHIN_MS }, () => {
  it("leaves its connection open for the next", async () => {
    const answers = (text: string) => text.match(/HTTP\/1.1 413/g)?.length ?? 0;
    const pieces = [post("/", "content-length: 2"), "{}", post("/", "content-length: 0")];
    const { text, end } = await send(pieces, (heard) => answers(heard) === 2);
    expect(answers(text)).toBe(2);
    expect(text).not.toMatch(/connection: close/i);
    expect(end).toBe("open");
  });
});
