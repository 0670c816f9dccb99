import { describe, expect, it } from "vitest";
import { viewerQuery } from "#lib/view/page-links.ts";
import { readRequestFacts } from "./request-facts.ts";

const read = (url: string, headers: Record<string, string> = {}, trustedProxies = 0) =>
  readRequestFacts(new Request(url, { headers }), { trustedProxies });

const KEY = "7f3kz0m9c2vq8x1a5ndr4tghwyj6bpse";

describe("what a page knows of a request", () => {
  it("takes language, theme and key from the query, and nothing else", () => {
    const facts = read(`http://shop.example/usps/1?lang=de&theme=dark&key=${KEY}&status=delivered&utm_source=mail`);
    expect(viewerQuery(facts)).toBe(`?key=${KEY}&lang=de&theme=dark`);
  });

  it("ignores a theme it does not know and a key that is absurdly long", () => {
    const facts = read(`http://shop.example/usps/1?theme=red&key=${"k".repeat(500)}`);
    expect([facts.theme, facts.key]).toEqual([null, null]);
  });

  it("finds the query of a link whose question mark was encoded into its path", () => {
    for (const link of [
      `/usps/1%3Fkey%3D${KEY}%26lang%3Dde`,
      `/usps/1%253Fkey%253D${KEY}&lang=de`,
      `/usps/1%3Flang=de?utm_source=x&key=${KEY}`,
    ]) {
      expect(read(`http://shop.example${link}`), link).toMatchObject({ key: KEY, lang: "de" });
    }
  });

  it("believes the address of its own socket, not what a visitor claims", () => {
    expect(read("http://a.example/", { "x-forwarded-for": "6.6.6.6, 203.0.113.9" }).client).toBe("203.0.113.9");
  });

  it("looks behind as many proxies as it was told to trust", () => {
    expect(read("http://a.example/", { "x-forwarded-for": "6.6.6.6, 203.0.113.9, 10.0.0.1" }, 1).client).toBe("203.0.113.9");
    expect(read("http://a.example/", { "x-forwarded-for": "10.0.0.1" }, 2).client).toBe("10.0.0.1");
  });

  it("believes a forwarded host only behind a trusted proxy", () => {
    const headers = { host: "a.example", "x-forwarded-host": "b.example" };
    expect([read("http://a.example/", headers).host, read("http://a.example/", headers, 1).host]).toEqual(["a.example", "b.example"]);
  });

  it("survives an address that cannot be decoded", () => {
    expect(read("http://a.example/usps/%E0%A4%A").path).toBe("/usps/%E0%A4%A");
  });
});
