import { describe, expect, it } from "vitest";
import { mailboxOf } from "./mailbox-of.ts";

describe("a mailbox", () => {
  it.each([
    ["mia@shopper.example", "mia@shopper.example"],
    ["MIA@Shopper.Example", "mia@shopper.example"],
    ["mia+parcels+1@shopper.example", "mia@shopper.example"],
    ["m.i.a+x@gmail.com", "mia@gmail.com"],
    ["mia@GoogleMail.com", "mia@gmail.com"],
    // Elsewhere a dot may tell two people apart, and a tag needs a name before it.
    ["m.ia@shopper.example", "m.ia@shopper.example"],
    ["+mia@shopper.example", "+mia@shopper.example"],
  ])("is one, however it is written: %s is %s", (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
  });
});
