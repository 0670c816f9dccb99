import { describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import { sandboxRefusal } from "./sandbox.ts";

const sandbox = { expiresAt: "2026-03-02T12:00:00Z" as Instant };
const shop = { expiresAt: null };

describe("a visitor's sandbox", () => {
  it.each(["brand.publish", "image.upload", "parcel.create", "import.start", "notice.resolve", "message.change"])(
    "lets a visitor try %s",
    (action) => {
      expect(sandboxRefusal(sandbox, action)).toBeNull();
    },
  );

  it.each([
    "team.invite",
    "domain.add",
    "endpoint.create",
    "source.test",
    "key.create",
    "account.rename",
    "mail.test",
    "sms.set",
    "sender.add",
    "report.renew",
  ])("keeps %s from leaving it, and says how to have it", (action) => {
    expect(sandboxRefusal(sandbox, action)).toMatch(/visitor.*Run Waymark yourself/);
  });

  it("refuses what nobody thought of", () => {
    expect(sandboxRefusal(sandbox, "rocket.launch")).toMatch(/cannot do this/);
    expect(sandboxRefusal(sandbox, "constructor")).toMatch(/cannot do this/);
  });

  it("is the only one to be held back", () => {
    expect(sandboxRefusal(shop, "endpoint.create")).toBeNull();
    expect(sandboxRefusal(shop, "rocket.launch")).toBeNull();
  });
});
