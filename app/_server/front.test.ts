import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BODY_ENCODING, BODY_LENGTH, FRONT, isRefused, markRequest, translateHeaders } from "./front.ts";

function marked(url: string, headers: IncomingMessage["headers"] = {}): IncomingMessage {
  const request = { url, headers, socket: { remoteAddress: "203.0.113.9" } } as IncomingMessage;
  markRequest(request);
  return request;
}

describe("a request as our own server hands it on", () => {
  it.each([
    ["/usps/9405%205118?lang=de&x=%", "/usps/9405%205118?lang=de&x=%"],
    ["/%", "/%25"],
    ["/usps/%E0%A4%A?lang=de", "/usps/%25E0%25A4%25A?lang=de"],
    ["/%ff/%fe", "/%25ff/%25fe"],
    ["*", "/*"],
    ["http://elsewhere.example/usps/1234?lang=de", "/usps/1234?lang=de"],
    ["http://elsewhere.example", "/"],
    ["//elsewhere.example/x", "//elsewhere.example/x"],
    ["/TRACKING/FERN/USPS/1234?KEY=A", "/tracking/FERN/USPS/1234?KEY=A"],
    ["/Preferences/ABC", "/preferences/abc"],
    ["/PREFERENCES/0AB1/UNSUBSCRIBE?LANG=DE", "/preferences/0ab1/unsubscribe?LANG=DE"],
    ["/TRACKINGS/x", "/TRACKINGS/x"],
  ])("is for a path that can be read: %s is %s", (asked, handedOn) => {
    expect(marked(asked).url).toBe(handedOn);
  });

  it("has no more parameters than anybody has use for, and the first of them as they were", () => {
    const usual = `/usps/1234?${"utm=1&".repeat(199)}key=a`;
    expect(marked(usual).url).toBe(usual);
    expect(marked(`/usps/1234?lang=de${"&a".repeat(6000)}`).url).toBe(`/usps/1234?lang=de${"&a".repeat(199)}`);
  });

  it("ends with the address of the socket, whatever the visitor claims", () => {
    expect(marked("/", { "x-forwarded-for": "6.6.6.6" }).headers["x-forwarded-for"]).toBe("6.6.6.6, 203.0.113.9");
    expect(marked("/", { [FRONT]: "0" }).headers).toMatchObject({ [FRONT]: "1", "x-forwarded-for": "203.0.113.9" });
  });

  it("asks for no part of a React page: there are none", () => {
    expect(marked("/v2/trackers", { rsc: "1" }).headers).not.toHaveProperty("rsc");
  });

  it("is not a TRACE", () => {
    expect([isRefused({ method: "TRACE" } as IncomingMessage), isRefused({ method: "GET" } as IncomingMessage)]).toEqual([true, false]);
  });
});

describe("an answer on its way out", () => {
  const server = createServer((_request, response) => {
    translateHeaders(response);
    response.setHeader("vary", ["rsc, next-router-state-tree", "Accept-Encoding"]);
    response.setHeader(BODY_ENCODING, "identity");
    response.setHeader(BODY_LENGTH, "2");
    response.end("ok");
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => server.close());

  const ask = () =>
    new Promise<IncomingMessage["headers"]>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      httpRequest({ host: "127.0.0.1", port, agent: false }, (answer) => resolve(answer.resume().headers))
        .on("error", reject)
        .end();
    });

  it("has its body's headers under their real names, and the document's own Vary", async () => {
    const headers = await ask();
    expect(headers).toMatchObject({
      "content-encoding": "identity",
      "content-length": "2",
      vary: "Accept-Encoding",
    });
    expect(headers).not.toHaveProperty(BODY_LENGTH);
  });
});
