import sharp from "sharp";
import { expect, it, vi } from "vitest";
import { createVisitor } from "#app/_server/visit.testing.ts";
import { storeImage } from "#lib/brands/store-image.ts";
import { ingest } from "#lib/shipments/ingest.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant, easypostTracker } from "#lib/testing/factories.ts";
import { GET as getBelowMerchant } from "../../tracking/[merchant]/[carrier]/[trackingNumber]/route.ts";
import { GET } from "./route.ts";

const NUMBER = "9405511899223197428490";
const IMAGE = `/usps/${NUMBER}.png`;

async function tell(test: TestDatabase, tracker: Parameters<typeof easypostTracker>[0] = {}, merchantSlug: string | null = null) {
  const outcome = await ingest(test, { provider: "easypost", merchantSlug, body: JSON.stringify(easypostTracker(tracker)) });
  if (outcome.kind !== "ingested" || !outcome.parcels[0]) throw new Error(`not ingested: ${JSON.stringify(outcome)}`);
  return new URL(outcome.parcels[0].privatePath, "http://localhost").searchParams.get("key") ?? "";
}

function visitor(test: TestDatabase, options?: Parameters<typeof createVisitor>[1]) {
  const visit = createVisitor(test, options);
  return (path: string, headers?: Record<string, string>) => {
    const [carrier = "", trackingNumber = ""] = path.split("?")[0]?.slice(1).split("/").map(decodeURIComponent) ?? [];
    return visit(GET, path, { carrier, trackingNumber }, headers);
  };
}

const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

async function sizeOf(answer: Response) {
  const { format, width } = await sharp(await bytesOf(answer)).metadata();
  return { status: answer.status, type: answer.headers.get("content-type"), format, width };
}

const image = (width: number) => ({ status: 200, type: "image/png", format: "png", width });

describeOnEveryEngine("the image for a mail", (open) => {
  it("is a PNG that anybody may keep for a minute, and leaves nothing behind", async () => {
    const test = await open();
    await tell(test);
    const answer = await visitor(test)(IMAGE);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "public, max-age=60, s-maxage=60, stale-while-revalidate=240",
      "x-robots-tag": "noindex, nofollow",
      etag: expect.stringMatching(/^W\/"/),
    });
    expect(answer.headers.get("set-cookie")).toBeNull();
    expect(await sizeOf(answer)).toEqual(image(1120));
  });

  it.each([
    ["a parcel nobody registered", "/usps/9400111111111111111111.png"],
    ["a carrier we do not know", "/nobody/123.png"],
    ["a number that is none", "/usps/%3F%3F.png"],
    ["another spelling", "/USPS/9405%205118-9922-3197-4284-90.PNG"],
  ])("is there for %s", async (_, path) => {
    expect(await sizeOf(await visitor(await open())(path))).toEqual(image(1120));
  });

  it.each(["cancelled", "delivered", "failure", "return_to_sender", "error", "unknown", "available_for_pickup"])(
    "is there when a parcel is: %s",
    async (status) => {
      const test = await open();
      await tell(test, { status });
      expect(await sizeOf(await visitor(test)(IMAGE))).toEqual(image(1120));
    },
  );

  it.each([
    ["?w=320&x=1", 320],
    ["?w=9999&x=7", 1280],
    ["?w=-1&x=1e9&lang=tlh&theme=neon", 1120],
    ["?w=&x=&lang=&theme=&card=", 1120],
    ["?card=1", 1200],
    ["?card=1&w=640&v=b028d1c2d0f6e9db", 600],
  ])("is clamped to what there is: %s", async (query, width) => {
    const test = await open();
    await tell(test);
    expect(await sizeOf(await visitor(test)(IMAGE + query))).toEqual(image(width));
  });

  it("is in the language and the theme that are asked for", async () => {
    const test = await open();
    await tell(test);
    const visit = visitor(test);
    const images = await Promise.all(["", "?lang=ar", "?theme=dark", "?w=600"].map(async (query) => bytesOf(await visit(IMAGE + query))));
    expect(new Set(images.map((bytes) => bytes.toString("base64"))).size).toBe(4);
  });

  it("is for those who look up too often, too, and nobody keeps that one", async () => {
    const test = await open();
    await tell(test);
    const visit = visitor(test, { rateLimitPerMinute: 1 });
    await visit(IMAGE);
    const limited = await visit(IMAGE);
    expect(limited.headers.get("cache-control")).toBe("no-store");
    expect(await sizeOf(limited)).toEqual(image(1120));
  });

  it("is there when something is broken", async () => {
    const test = await open();
    vi.spyOn(test.clock, "now").mockImplementationOnce(() => {
      throw new Error("no clock");
    });
    const answer = await visitor(test)("/usps/9400111111111111111111.png");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await sizeOf(answer)).toEqual(image(1120));
  });

  it("need not be sent again while nothing has changed", async () => {
    const test = await open();
    await tell(test);
    const visit = visitor(test);
    const etag = (await visit(IMAGE)).headers.get("etag") ?? "";
    const again = await visit(IMAGE, { "if-none-match": etag });
    expect([again.status, (await bytesOf(again)).length]).toEqual([304, 0]);
    expect((await visit(`${IMAGE}?theme=dark`, { "if-none-match": etag })).status).toBe(200);
  });

  it("shows on a private link what it shows to everybody", async () => {
    const test = await open();
    const key = await tell(test);
    const visit = visitor(test);
    const onPrivate = await visit(`${IMAGE}?key=${key}`);
    expect(onPrivate.headers.get("cache-control")).toBe("private, no-store");
    expect(await bytesOf(onPrivate)).toEqual(await bytesOf(await visit(IMAGE)));
  });

  it("shows the logo that a shop uploaded, and draws no shapes that somebody smuggled in as one", async () => {
    const test = await open();
    const logoOf = async (slug: string, bytes: Uint8Array) => {
      const { id: merchantId } = await createMerchant(test, slug);
      const stored = await storeImage(test, { merchantId, userId: null, image: { bytes, format: "png", width: 416, height: 64 } });
      if (stored.kind !== "stored") throw new Error(stored.message);
      return stored.image;
    };
    const red = { create: { width: 416, height: 64, channels: 3, background: "#ff0000" } } as const;
    const logos = {
      fern: await logoOf("fern", await sharp(red).png().toBuffer()),
      volt: await logoOf("volt", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><rect width="416" height="64" fill="#f00"/></svg>`)),
    };
    const visit = createVisitor(test);
    const reddest: Record<string, boolean> = {};
    for (const [slug, light] of Object.entries(logos)) {
      await createMerchant(test, slug, { brand: { version: 1, name: `Shop ${slug}`, colors: { brand: "#336699" }, logo: { light } } });
      const path = { merchant: slug, carrier: "usps", trackingNumber: `${NUMBER}.png` };
      const answer = await visit(getBelowMerchant, `/tracking/${slug}/usps/${NUMBER}.png?x=1`, path);
      const { data, info } = await sharp(await bytesOf(answer))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const [first = 0, second = 0, third = 0] = data.subarray((40 * info.width + 40) * 3);
      reddest[slug] = first - Math.max(second, third) > 200;
    }
    expect(reddest).toEqual({ fern: true, volt: false });
  });

  it("never tells one merchant's parcel at another's address", async () => {
    const test = await open();
    await createMerchant(test, "other");
    await tell(test, {}, "other");
    const visit = visitor(test);
    expect(await bytesOf(await visit(IMAGE))).toEqual(await bytesOf(await visit("/usps/9400111111111111111111.png")));
  });
});
