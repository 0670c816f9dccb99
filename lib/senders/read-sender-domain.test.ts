import { describe, expect, it } from "vitest";
import { readSenderDomain } from "./read-sender-domain.ts";

describe("the domain somebody writes from", () => {
  it.each([
    ["Fern.Example", "fern.example"],
    ["hello@fern.example", "fern.example"],
    [" bücher.example ", "xn--bcher-kva.example"],
    ["fern.example.", "fern.example"],
  ])("is read from %j", (typed, domain) => {
    expect(readSenderDomain(typed)).toEqual({ kind: "domain", domain });
  });

  it.each([
    "",
    "https://fern.example",
    "fern",
    "192.0.2.1",
    "*.fern.example",
    "shop.localhost",
    "a b.example",
    `${"x".repeat(60)}.`.repeat(4),
  ])("is not %j", (typed) => {
    expect(readSenderDomain(typed)).toMatchObject({ kind: "refused", message: expect.stringMatching(/\S{3}/) });
  });
});
