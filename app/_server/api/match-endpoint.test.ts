import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Endpoint, Method } from "./dialect.ts";
import { matchEndpoint } from "./match-endpoint.ts";

const endpoint = (method: Method, path: string): Endpoint => ({ method, path, handle: async () => ({ status: 200 }) });

const endpoints = [
  endpoint("GET", "/trackers"),
  endpoint("POST", "/trackers"),
  endpoint("GET", "/trackers/:id"),
  endpoint("DELETE", "/trackers/:id"),
  endpoint("POST", "/trackers/batch"),
  endpoint("GET", "/tracks/:carrier/:number"),
];
const match = (method: string, pathname: string, root = "/v2") => matchEndpoint({ root, endpoints }, { method, pathname });

describe("an address of the API", () => {
  it("leads to the endpoint of its path and method", () => {
    expect(match("POST", "/v2/trackers")).toEqual({ kind: "matched", endpoint: endpoints[1], params: {} });
    expect(match("GET", "/v2/trackers/trk_1")).toEqual({ kind: "matched", endpoint: endpoints[2], params: { id: "trk_1" } });
    expect(match("GET", "/v2/tracks/usps/94%2F1%20%C3%A9")).toMatchObject({ params: { carrier: "usps", number: "94/1 é" } });
  });

  it.each(["/v2/trackers/", "/v2/trackers///", "/v2//trackers"])("may have slashes to spare: %s", (pathname) => {
    expect(match("GET", pathname)).toMatchObject({ kind: "matched", endpoint: { path: "/trackers" } });
  });

  it("means the fixed word where a name would fit as well", () => {
    expect(match("POST", "/v2/trackers/batch")).toMatchObject({ kind: "matched", endpoint: { path: "/trackers/batch" } });
    expect(match("DELETE", "/v2/trackers/batch")).toEqual({ kind: "method_not_allowed", allow: "POST, OPTIONS" });
  });

  it("answers HEAD as GET, and tells the methods there are", () => {
    expect(match("HEAD", "/v2/trackers/trk_1")).toMatchObject({ kind: "matched", endpoint: { method: "GET" } });
    expect(match("OPTIONS", "/v2/trackers/trk_1")).toEqual({ kind: "options", allow: "GET, DELETE, HEAD, OPTIONS" });
    expect(match("PATCH", "/v2/trackers")).toEqual({ kind: "method_not_allowed", allow: "GET, POST, HEAD, OPTIONS" });
  });

  it.each([
    "/v2",
    "/v2/",
    "/v2trackers",
    "/v1/trackers",
    "/trackers",
    "/v2/Trackers",
    "/v2/trackers/a/b",
    "/v2/trackers/%ff",
    "/v2/trackers/%",
    "/v2/trackers/a%00",
  ])("is unknown where nothing is: %s", (pathname) => expect(match("GET", pathname)).toEqual({ kind: "path_unknown" }));

  it("may stand at the host's root", () => {
    expect(match("GET", "/trackers/trk_1", "")).toMatchObject({ kind: "matched", params: { id: "trk_1" } });
    expect(match("GET", "/", "")).toEqual({ kind: "path_unknown" });
  });

  it("gives back any number it was made of, and never throws", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes("\0")),
        (number) => {
          expect(match("GET", `/v2/tracks/usps/${encodeURIComponent(number)}`)).toMatchObject({ params: { number } });
        },
      ),
    );
    fc.assert(fc.property(fc.string(), fc.string(), (method, pathname) => void match(method, pathname)));
  });
});
