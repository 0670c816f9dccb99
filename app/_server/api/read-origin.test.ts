import { describe, expect, it } from "vitest";
import { readOrigin } from "./read-origin.ts";

const originOf = (headers: Record<string, string>, config: Partial<Parameters<typeof readOrigin>[1]> = {}) =>
  readOrigin(new Request("http://localhost:3000/v2/trackers", { headers }), {
    trustedProxies: 0,
    publicOrigin: "https://track.example.com",
    ...config,
  });

describe("the origin a caller used", () => {
  it("has the host that was asked, and the scheme of our public address", () => {
    expect(originOf({ host: "parcels.fern.example" })).toBe("https://parcels.fern.example");
    expect(originOf({ host: "127.0.0.1:4000" }, { publicOrigin: "http://localhost:4000" })).toBe("http://127.0.0.1:4000");
  });

  it("is what a trusted proxy says, and only a trusted one", () => {
    const headers = { host: "10.0.0.1:3000", "x-forwarded-proto": "http", "x-forwarded-host": "fern.example" };
    expect(originOf(headers, { trustedProxies: 1 })).toBe("http://fern.example");
    expect(originOf(headers)).toBe("https://10.0.0.1:3000");
    expect(originOf({ ...headers, "x-forwarded-proto": "javascript" }, { trustedProxies: 1 })).toBe("https://fern.example");
  });

  it.each(["", "a b", "host/path?query", "user@host", 'a"onload="b', "<b>", "host:999999", "[::1"])(
    "is never more than an origin, whatever the host claims to be: %j",
    (host) => {
      expect(originOf({ host })).toMatch(/^https?:\/\/[\w.:-]+$/);
    },
  );
});
