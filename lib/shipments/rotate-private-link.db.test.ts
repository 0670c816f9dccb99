import { expect, it } from "vitest";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { getTracker } from "./get-tracker.ts";
import { loadTrackingPage } from "./load-tracking-page.ts";
import { NUMBER, openBooks, USPS } from "./news.testing.ts";
import { rotatePrivateLink } from "./rotate-private-link.ts";

describeOnEveryEngine("a private link that was revoked", (open) => {
  it("shows the public page at once, and the new one the private page", async () => {
    const test = await open();
    const { caller, register } = await openBooks(test);
    const before = await register();
    const visit = (link: string) => {
      const key = new URL(link).searchParams.get("key");
      return loadTrackingPage(test, { merchantId: caller.merchantId, carrier: USPS, trackingNumber: NUMBER, key });
    };
    const old = await visit(before.publicUrl);
    const after = await rotatePrivateLink(test, { caller, id: before.id });
    expect(after?.publicUrl).toMatch(/^https?:.+\?key=\w{32}$/);
    expect(after?.publicUrl).not.toBe(before.publicUrl);
    expect(await visit(before.publicUrl)).toMatchObject({ tier: "public" });
    const now = await visit(after?.publicUrl ?? "");
    expect(now).toMatchObject({ tier: "private" });
    // What was kept of the page as it was is not shown for what it is now.
    expect(now.kind === "found" && old.kind === "found" && now.revision === old.revision).toBe(false);
    expect(await getTracker(test, { caller, id: before.id })).toMatchObject({ publicUrl: after?.publicUrl });
  });

  it("is nobody else's to revoke", async () => {
    const test = await open();
    const { caller, register } = await openBooks(test);
    const night = await openBooks(test, "night");
    const tracker = await register();
    expect(await rotatePrivateLink(test, { caller: night.caller, id: tracker.id })).toBeNull();
    expect(await rotatePrivateLink(test, { caller: { ...caller, mode: "test" }, id: tracker.id })).toBeNull();
    expect(await rotatePrivateLink(test, { caller, id: "trk_none" })).toBeNull();
    expect(await getTracker(test, { caller, id: tracker.id })).toEqual(tracker);
  });
});
