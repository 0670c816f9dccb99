import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SubscriptionId } from "#lib/shared/ids.ts";
import { readSubscriptionToken, subscriptionToken } from "./subscription-token.ts";

const vaultOf = (key: string) => ({
  vault: { digest: (text: string, purpose: string) => createHmac("sha256", key).update(`${purpose}\0${text}`).digest("hex") },
});
const ctx = vaultOf("ours");
const ID: SubscriptionId = "sub_0123456789abcdefghjkmnpqrstvwxyz";

describe("the token of a subscription", () => {
  it("names its subscription, also after a mail program wrote it in capitals", () => {
    const token = subscriptionToken(ctx, ID);
    expect(token).toMatch(/^[\da-z]{64}$/);
    expect(readSubscriptionToken(ctx, token)).toBe(ID);
    expect(readSubscriptionToken(ctx, token.toUpperCase())).toBe(ID);
  });

  it("cannot be made by whoever knows an id, nor by another installation", () => {
    expect(readSubscriptionToken(ctx, ID.slice(4))).toBeNull();
    expect(readSubscriptionToken(ctx, subscriptionToken(vaultOf("theirs"), ID))).toBeNull();
  });

  it("is read from anything at all without a throw, and no changed one is taken", () => {
    const token = subscriptionToken(ctx, ID);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
        expect(readSubscriptionToken(ctx, text)).toBeNull();
        expect(readSubscriptionToken(ctx, `${token}${text}`)).toBe(text === "" ? ID : null);
      }),
    );
    for (let at = 0; at < token.length; at++) {
      expect(readSubscriptionToken(ctx, token.slice(0, at) + token.slice(at + 1))).toBeNull();
      expect(readSubscriptionToken(ctx, `${token.slice(0, at)}${token[at] === "0" ? "1" : "0"}${token.slice(at + 1)}`)).toBeNull();
    }
  });
});
