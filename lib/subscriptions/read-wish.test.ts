import { describe, expect, it } from "vitest";
import type { NewsOffer } from "#lib/view/subscribe-view.ts";
import { readTimeZone } from "./read-time-zone.ts";
import { readWish } from "./read-wish.ts";

const both: NewsOffer = { channels: ["email", "sms"], topics: ["out_for_delivery", "delivered"] };
const mailOnly: NewsOffer = { ...both, channels: ["email"] };

const read = (fields: string, offer = both, country: string | null = "DE") => readWish(new URLSearchParams(fields), offer, country);

describe("the form that asks for news", () => {
  it("is taken with whichever of the addresses are filled in", () => {
    expect(read("email=+mia@shopper.example+&phone=&topic=delivered&time_zone=Asia/Tokyo")).toMatchObject({
      kind: "wish",
      wish: { addresses: [{ channel: "email", address: "mia@shopper.example" }], topics: ["delivered"], timeZone: "Asia/Tokyo" },
    });
    expect(read("email=mia@shopper.example&phone=0151+12345678&topic=delivered&topic=out_for_delivery")).toMatchObject({
      wish: {
        addresses: [{ channel: "email" }, { channel: "sms", address: "+4915112345678" }],
        topics: ["out_for_delivery", "delivered"],
        timeZone: null,
      },
    });
  });

  it("says all that is wrong at once, and keeps what was typed", () => {
    expect(read("email=mia&phone=12", both)).toEqual({
      kind: "wrong",
      failed: { email: "mia", phone: "12", topics: [], problems: { email: "email", phone: "phone", topics: "topics" } },
    });
    expect(read("phone=0151+12345678&topic=delivered", both, null)).toMatchObject({ failed: { problems: { phone: "country" } } });
    expect(read("topic=delivered")).toMatchObject({ failed: { problems: { email: "address" } } });
  });

  it("takes nothing that was not offered", () => {
    expect(read("email=mia@shopper.example&phone=+4915112345678&topic=delivered&topic=shipped&topic=gossip", mailOnly)).toMatchObject({
      wish: { addresses: [{ channel: "email" }], topics: ["delivered"] },
    });
    expect(read("phone=%2B4915112345678&topic=delivered", mailOnly)).toMatchObject({ kind: "wrong" });
    expect(read("email=mia@shopper.example&topic=shipped", mailOnly)).toMatchObject({ failed: { problems: { topics: "topics" } } });
  });

  it.each([
    "mia@shopper.example\r\nBcc: x@y.example",
    "mia@shöpper.example",
    "<mia@shopper.example>",
    `${"m".repeat(300)}@shopper.example`,
    `${"m".repeat(239)}@shopper.example`,
    "mia@[127.0.0.1]",
    "mia@10.0.0.1",
    "mia@shopper..example",
    "mia@.shopper.example",
    "mia@shopper.example%0d%0a",
  ])("never takes %j for an address", (email) => {
    expect(read(new URLSearchParams({ email, topic: "delivered" }).toString())).toMatchObject({ failed: { problems: { email: "email" } } });
  });
});

describe("a time zone", () => {
  it.each(["Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC"])("is taken as a browser names it: %s", (zone) => {
    expect(readTimeZone(zone)).toBe(zone);
  });

  it.each([null, "", "+02:00", "Mars/Olympus", "Europe/Berlin; x", "../../etc", "x".repeat(80)])("is none: %j", (text) => {
    expect(readTimeZone(text)).toBeNull();
  });
});
