import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createHttpClient } from "./create-http-client.ts";
import type { HttpClient } from "./http-client.ts";

const undo: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function client(options: Parameters<typeof createHttpClient>[0]): HttpClient {
  const http = createHttpClient(options);
  undo.push(() => http.close());
  return http;
}

async function listen(listener: RequestListener): Promise<{ port: number; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  undo.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, requests };
}

const get = (url: string) => ({ method: "GET", url, timeoutMs: 2000 }) as const;
const hello: RequestListener = (_, response) => response.setHeader("X-Answer", "yes").end("hello");

/** Names that are no name servers' business: each is answered in turn, and then again and again by the last. */
function fakeLookup(...answers: string[][]): LookupFunction {
  let calls = 0;
  return (_, options, callback) => {
    const addresses = (answers[Math.min(calls, answers.length - 1)] ?? []).map((address) => ({ address, family: 4 }));
    calls += 1;
    if (options.all) callback(null, addresses);
    else callback(null, addresses[0]?.address ?? "", 4);
  };
}

describe("a request", () => {
  it("to a name that stands for this machine is refused, and nothing is connected", async () => {
    const { port, requests } = await listen(hello);
    const answer = await client({ allowPrivateTargets: false }).request(get(`http://localhost:${port}/`));
    expect(answer).toEqual({ kind: "refused_target", problem: expect.stringContaining("ALLOW_PRIVATE_TARGETS") });
    expect(requests).toHaveLength(0);
  });

  it("to that name is made where private targets are allowed", async () => {
    const { port } = await listen(hello);
    const answer = await client({ allowPrivateTargets: true }).request(get(`http://localhost:${port}/`));
    expect(answer).toMatchObject({ kind: "answer", status: 200, body: "hello", headers: { "x-answer": "yes" } });
  });

  it("to that name is made where the operator's settings name it, and only then", async () => {
    const { port, requests } = await listen(hello);
    const http = client({ allowPrivateTargets: false });
    expect((await http.request({ ...get(`http://localhost:${port}/`), isFromSettings: true })).kind).toBe("answer");
    expect((await http.request(get(`http://localhost:${port}/`))).kind).toBe("refused_target");
    expect(requests).toHaveLength(1);
  });

  it("is refused where only one of a name's addresses is private", async () => {
    const { port, requests } = await listen(hello);
    const http = client({ allowPrivateTargets: false, lookup: fakeLookup(["1.1.1.1", "127.0.0.1"]) });
    expect((await http.request(get(`http://shop.example:${port}/`))).kind).toBe("refused_target");
    expect(requests).toHaveLength(0);
  });

  it("looks a name up once and connects to what it judged: a name that changes its mind gains nothing", async () => {
    const { port, requests } = await listen(hello);
    const http = client({ allowPrivateTargets: false, lookup: fakeLookup(["192.0.0.8"], ["127.0.0.1"]) });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect((await http.request(get(`http://rebind.example:${port}/`))).kind).toBe("refused_target");
    }
    expect(requests).toHaveLength(0);
  });

  it("to a literal address is refused whatever its host header says", async () => {
    const { port, requests } = await listen(hello);
    const http = client({ allowPrivateTargets: false });
    for (const host of ["127.0.0.1", "2130706433", "[::ffff:127.0.0.1]"]) {
      expect((await http.request({ ...get(`http://${host}:${port}/`), headers: { host: "shop.example" } })).kind).toBe("refused_target");
    }
    expect(requests).toHaveLength(0);
  });

  it("sends method, headers and body", async () => {
    const bodies: string[] = [];
    const { port, requests } = await listen(async (request, response) => {
      for await (const chunk of request) bodies.push(String(chunk));
      response.writeHead(201).end();
    });
    const http = client({ allowPrivateTargets: true });
    const request = {
      method: "POST",
      url: `http://127.0.0.1:${port}/hooks?a=b%20c`,
      headers: { "X-Own": "1" },
      body: "{}",
      timeoutMs: 2000,
    } as const;
    expect(await http.request(request)).toMatchObject({ kind: "answer", status: 201, body: "" });
    expect(requests[0]).toMatchObject({ method: "POST", url: "/hooks?a=b%20c", headers: { "x-own": "1", "user-agent": "Waymark" } });
    expect(bodies).toEqual(["{}"]);
  });

  it("follows no redirect", async () => {
    const { port, requests } = await listen((_, response) => response.writeHead(302, { location: "/elsewhere" }).end());
    const answer = await client({ allowPrivateTargets: true }).request(get(`http://127.0.0.1:${port}/`));
    expect(answer).toMatchObject({ kind: "answer", status: 302, headers: { location: "/elsewhere" } });
    expect(requests).toHaveLength(1);
  });

  it("cuts a body at its limit, and hears no more of one without end", async () => {
    const { port } = await listen((_, response) => {
      const write = () => {
        while (!response.destroyed && response.write("x".repeat(10_000)));
        if (!response.destroyed) response.once("drain", write);
      };
      write();
    });
    const http = client({ allowPrivateTargets: true });
    expect(await http.request(get(`http://127.0.0.1:${port}/`))).toMatchObject({ kind: "answer", body: "x".repeat(65_536) });
    expect(await http.request({ ...get(`http://127.0.0.1:${port}/`), maxBodyBytes: 70_000 })).toMatchObject({ body: "x".repeat(70_000) });
  });

  it.each<[string, RequestListener]>([
    ["says nothing", () => undefined],
    ["drips", (_, response) => void setInterval(() => response.write("."), 20).unref()],
  ])("ends in time with a server that %s", async (_, listener) => {
    const { port } = await listen(listener);
    const answer = await client({ allowPrivateTargets: true }).request({ ...get(`http://127.0.0.1:${port}/`), timeoutMs: 200 });
    expect(answer).toEqual({ kind: "no_answer", problem: "no answer within 0.2 s", isTimeout: true });
  });

  it("ends in time where a name server says nothing", async () => {
    const http = client({ allowPrivateTargets: false, lookup: () => undefined });
    expect(await http.request({ ...get("http://shop.example/"), timeoutMs: 100 })).toMatchObject({ kind: "no_answer", isTimeout: true });
  });

  it.each<[string, RequestListener | null, string]>([
    ["nobody listens", null, "the connection was refused"],
    ["the line is cut", (request) => void request.socket.destroy(), "the connection was cut before the answer was whole"],
    [
      "the body is cut",
      (request, response) => void response.writeHead(200, { "content-length": "100" }).write("half", () => request.socket.destroy()),
      "the connection was cut before the answer was whole",
    ],
    ["it speaks no HTTP", (request) => void request.socket.end("SSH-2.0-OpenSSH\r\n"), "what it answered is not HTTP as we know it"],
  ])("says what went wrong where %s", async (_, listener, problem) => {
    const { port } = listener ? await listen(listener) : { port: 1 };
    const answer = await client({ allowPrivateTargets: true }).request(get(`http://127.0.0.1:${port}/`));
    expect(answer).toMatchObject({ kind: "no_answer", problem, isTimeout: false });
  });

  it("knows whether anybody can have read a word of what was not answered", async () => {
    const http = client({ allowPrivateTargets: true });
    expect(await http.request(get("http://127.0.0.1:1/"))).toMatchObject({ isUnsent: true });
    const { port } = await listen((request) => void request.socket.destroy());
    expect(await http.request(get(`http://127.0.0.1:${port}/`))).not.toHaveProperty("isUnsent");
  });

  it("with a header nobody can send has no answer either, and does not throw", async () => {
    const http = client({ allowPrivateTargets: true });
    const answer = await http.request({ ...get("http://127.0.0.1:1/"), headers: { "x-own": "two\r\nlines" } });
    expect(answer).toEqual({ kind: "no_answer", problem: "the request cannot be made: check its headers", isTimeout: false });
  });
});
