import sharp from "sharp";
import { expect, it } from "vitest";
import { createVisitor } from "#app/_server/visit.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { GET as getOnOwnAddress } from "../tracking/[merchant]/card.png/route.ts";
import { GET } from "./route.ts";

describeOnEveryEngine("the card of a shop", (open) => {
  it("stands for links to pages that are about no parcel", async () => {
    const answer = await createVisitor(await open())(GET, "/card.png", {});
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "public, max-age=300, s-maxage=300"]);
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
  });

  it("has each shop's own look, and needs not be sent twice", async () => {
    const test = await open();
    await createMerchant(test, "fern");
    await createMerchant(test, "volt");
    const visit = createVisitor(test);
    const cardOf = (merchant: string, headers = {}) => visit(getOnOwnAddress, `/tracking/${merchant}/card.png`, { merchant }, headers);
    const [fern, volt] = await Promise.all([cardOf("fern"), cardOf("volt")]);
    expect(Buffer.from(await fern.arrayBuffer())).not.toEqual(Buffer.from(await volt.arrayBuffer()));
    expect((await cardOf("fern", { "if-none-match": fern.headers.get("etag") ?? "" })).status).toBe(304);
    expect((await cardOf("fern", { "if-none-match": volt.headers.get("etag") ?? "" })).status).toBe(200);
  });

  it("is a card even for a shop that nobody knows", async () => {
    const answer = await createVisitor(await open())(getOnOwnAddress, "/tracking/nobody/card.png", { merchant: "nobody" });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 1200 });
  });
});
