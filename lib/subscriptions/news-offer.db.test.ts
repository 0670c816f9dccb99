import { expect, it } from "vitest";
import { saveMessageSettings } from "#lib/db/queries/message-settings.ts";
import type { MessageSettingsTable } from "#lib/db/schema.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { loadNewsOffer, recallNewsOffer } from "./news-offer.ts";

const withMail = (test: TestDatabase) => ({ ...test, config: { ...test.config, smtpUrl: "smtp://127.0.0.1:2525" } });

const set = (test: TestDatabase, merchant_id: MerchantId, changes: Partial<MessageSettingsTable>) => {
  const defaults: MessageSettingsTable = {
    merchant_id,
    is_on: 1,
    topics: '["shipped","delivered"]',
    from_address: null,
    reply_to: null,
    quiet_from: null,
    quiet_until: null,
    sms_account: null,
    reports_token: `reports of ${merchant_id}`,
    updated_at: test.clock.now(),
  };
  return saveMessageSettings(test.db.kysely, defaults, changes);
};

describeOnEveryEngine("what shoppers can be told", (open) => {
  it("is all there is, by mail, where a shop has set nothing and mails can go out", async () => {
    const test = await open();
    const { id } = await createMerchant(test, "fern");
    expect(await loadNewsOffer(withMail(test), id)).toEqual({
      channels: ["email"],
      topics: ["shipped", "out_for_delivery", "delivered", "needs_you", "delayed"],
    });
    expect(await loadNewsOffer(test, id)).toBeNull();
  });

  it("is what the shop chose, and nothing where it is silent, or a visitor's", async () => {
    const test = await open();
    const ctx = withMail(test);
    const { id } = await createMerchant(test, "fern");
    await set(test, id, {});
    expect(await loadNewsOffer(ctx, id)).toMatchObject({ topics: ["shipped", "delivered"] });
    await set(test, id, { topics: "[]" });
    expect(await loadNewsOffer(ctx, id)).toBeNull();
    await set(test, id, { topics: '["delivered"]', is_on: 0 });
    expect(await loadNewsOffer(ctx, id)).toBeNull();
    await set(test, id, { is_on: 1 });
    await test.db.kysely.updateTable("merchants").set({ expires_at: test.clock.now() }).where("id", "=", id).execute();
    expect(await loadNewsOffer(ctx, id)).toBeNull();
  });

  it("is asked of the database twice a minute at most, shop by shop, however many pages show it", async () => {
    const test = await open();
    const ctx = withMail(test);
    const [fern, night] = [await createMerchant(test, "fern"), await createMerchant(test, "night")];
    const offer = await recallNewsOffer(ctx, fern.id);
    await set(test, fern.id, { is_on: 0 });
    await set(test, night.id, { topics: '["delayed"]' });
    expect(await recallNewsOffer(ctx, fern.id)).toBe(offer);
    expect(await recallNewsOffer(ctx, night.id)).toMatchObject({ topics: ["delayed"] });
    test.clock.advanceMinutes(0.5);
    expect(await recallNewsOffer(ctx, fern.id)).toBeNull();
  });
});
