import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { MOST_UPLOAD_BYTES } from "#lib/branding/image-purpose.ts";
import { type DrawImageOutcome, drawImage } from "./draw-image.ts";
import { animation, colorAt, noise, pngChunk, signpost, svgOf, writePng } from "./pictures.testing.ts";

const [RED, BLUE, WHITE] = [
  [255, 0, 0],
  [0, 0, 255],
  [255, 255, 255],
];

const drawn = (outcome: DrawImageOutcome) => {
  if (outcome.kind === "refused") throw new Error(`refused: ${outcome.message}`);
  return outcome;
};
const refusal = (outcome: DrawImageOutcome) => (outcome.kind === "refused" ? outcome.message : outcome.kind);
const draw = async (bytes: Uint8Array, purpose: "logo" | "icon" | "promo" = "promo") =>
  drawn(await drawImage(bytes, { purpose, crop: null }));
const refuse = async (bytes: Uint8Array) => refusal(await drawImage(bytes, { purpose: "logo", crop: null }));
/** Lossy formats come near a colour. */
const isNear = (color: number[], wanted: number[] | undefined) =>
  wanted?.every((value, index) => Math.abs(value - (color[index] ?? 0)) < 24);

/** Each of these starts a process, so each says as much as it can. */
describe("a picture of a merchant's", { timeout: 60_000 }, () => {
  it.each(["png", "jpeg", "webp", "gif", "avif"] as const)("is drawn anew from a file of type %s", async (type) => {
    const picture = await draw(await signpost().toFormat(type).toBuffer());
    expect(picture).toMatchObject({ format: "webp", width: 200, height: 100 });
    expect(isNear(await colorAt(picture.bytes, 70, 70), RED)).toBe(true);
    expect(isNear(await colorAt(picture.bytes, 150, 70), BLUE)).toBe(true);
    expect(isNear(await colorAt(picture.bytes, 8, 8), WHITE)).toBe(true);
  });

  it("is stood upright as its camera says, and says nothing of where it was taken any more", async () => {
    const upright = signpost();
    const photo = await sharp(await upright.rotate(-90).jpeg({ quality: 100 }).toBuffer())
      .withExif({ IFD0: { Make: "SECRETCAMERA" }, IFD3: { GPSLatitude: "47/1 22/1 0/1", GPSLatitudeRef: "N" } })
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>SECRETPLACE</a></x:xmpmeta>')
      .jpeg({ quality: 100 })
      .toBuffer();
    expect(photo.includes("SECRETCAMERA") && photo.includes("SECRETPLACE")).toBe(true);
    const picture = await draw(photo);
    expect(picture).toMatchObject({ width: 200, height: 100 });
    expect(isNear(await colorAt(picture.bytes, 8, 8), WHITE)).toBe(true);
    expect(isNear(await colorAt(picture.bytes, 150, 70), BLUE)).toBe(true);
    const { exif, xmp, icc, orientation } = await sharp(picture.bytes).metadata();
    expect([exif, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Buffer.from(picture.bytes).includes("SECRET")).toBe(false);
  });

  it("keeps its colours when it was made for print, for a wide screen, or in sixteen bits", async () => {
    const cmyk = await signpost().toColourspace("cmyk").withIccProfile("cmyk").jpeg({ quality: 100 }).toBuffer();
    const wide = await signpost().withIccProfile("p3").png().toBuffer();
    const deep = await signpost().toColourspace("rgb16").png().toBuffer();
    const grey = await signpost().toColourspace("b-w").png().toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe("cmyk");
    expect((await sharp(deep).metadata()).depth).toBe("ushort");
    for (const file of [wide, deep]) {
      const { bytes, ...picture } = await draw(file, "icon");
      expect(picture).toMatchObject({ format: "png", width: 192, height: 192 });
      expect(await sharp(bytes).metadata()).toMatchObject({ space: "srgb", depth: "uchar" });
      expect(isNear(await colorAt(bytes, 150, 110), BLUE)).toBe(true);
    }
    const [red = 0, green = 0, blue = 0] = await colorAt((await draw(cmyk)).bytes, 150, 70);
    expect(blue > 120 && blue > red && blue > green).toBe(true);
    const [light = 0, same = 0] = await colorAt((await draw(grey)).bytes, 8, 8);
    expect(Math.min(light, same)).toBeGreaterThan(240);
  });

  it.each(["gif", "webp"] as const)("stands still: the first frame of an animated %s is drawn", async (format) => {
    const picture = await draw(await animation(format, ["#ff0000", "#0000ff", "#00ff00"]));
    expect(picture).toMatchObject({ width: 40, height: 30 });
    expect(isNear(await colorAt(picture.bytes, 20, 15), RED)).toBe(true);
    expect((await sharp(picture.bytes).metadata()).pages).toBeUndefined();
  });

  it("has no second file behind it: what follows a picture is gone, whatever it was", async () => {
    const png = await signpost().png().toBuffer();
    const gif = await signpost().gif().toBuffer();
    const tails = ["<script>alert('EVIL')</script>", "PK\u0003\u0004EVIL", "/*EVIL*/=1;alert(1)//", "%PDF-1.7 EVIL"];
    for (const [index, tail] of tails.entries()) {
      const picture = await draw(Buffer.concat([index % 2 ? gif : png, Buffer.from(tail)]), "logo");
      expect(picture).toMatchObject({ width: 128, height: 64 });
      expect(Buffer.from(picture.bytes).includes("EVIL")).toBe(false);
    }
    const commented = Buffer.concat([
      png.subarray(0, 33),
      pngChunk("tEXt", Buffer.from("Comment\0<script>EVIL</script>")),
      png.subarray(33),
    ]);
    expect(Buffer.from((await draw(commented)).bytes).includes("EVIL")).toBe(false);
  });
});

describe("the size of a picture", { timeout: 60_000 }, () => {
  it("of a logo is what the header shows on dense screens, without the empty border around it", async () => {
    const logo = svgOf('<rect x="400" y="150" width="200" height="40" fill="#0a0"/>', 'width="1000" height="400"');
    expect(await draw(logo, "logo")).toMatchObject({ width: 320, height: 64 });
    const bitmap = await sharp(logo).png().toBuffer();
    expect(await draw(bitmap, "logo")).toMatchObject({ width: 200, height: 40 });
    const { bytes } = await draw(svgOf('<circle cx="50" cy="50" r="40" fill="#0a0"/>', 'viewBox="0 0 100 100"'), "logo");
    expect((await colorAt(bytes, 1, 1)).at(3)).toBe(0);
  });

  it("of a logo is kept in a format that Outlook draws, whatever it shows", async () => {
    for (const file of [await signpost().webp().toBuffer(), await noise(416, 64).png().toBuffer()]) {
      expect((await draw(file, "logo")).format).toBe("png");
    }
  });

  it("of an icon is a square, with nothing beside what is not one", async () => {
    const { bytes, width, height } = await draw(await signpost(300, 100).png().toBuffer(), "icon");
    expect([width, height]).toEqual([192, 192]);
    expect((await colorAt(bytes, 96, 10)).at(3)).toBe(0);
    expect(await draw(await signpost(32, 32).png().toBuffer(), "icon")).toMatchObject({ width: 32, height: 32 });
  });

  it("is what was chosen of it, in the pixels of the upright picture", async () => {
    const crop = { x: 100, y: 50, width: 60, height: 50 };
    const photo = await sharp(await signpost().rotate(-90).png().toBuffer())
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    for (const file of [photo, svgOf('<rect width="200" height="100" fill="#f00"/><rect x="100" width="100" height="100" fill="#00f"/>')]) {
      const picture = drawn(await drawImage(file, { purpose: "promo", crop }));
      expect(picture.width / picture.height).toBeCloseTo(1.2, 2);
      expect(isNear(await colorAt(picture.bytes, 5, 5), BLUE)).toBe(true);
    }
    const beyond = drawn(await drawImage(photo, { purpose: "promo", crop: { x: 150, y: -20, width: 500, height: 500 } }));
    expect(beyond).toMatchObject({ width: 50, height: 100 });
    const outside = await drawImage(photo, { purpose: "promo", crop: { x: 900, y: 0, width: 10, height: 10 } });
    expect(refusal(outside)).toContain("outside of the picture");
  });

  it("in bytes is small, even where nothing in it repeats", async () => {
    const photo = await noise(1280, 640).jpeg({ quality: 60 }).toBuffer();
    expect((await draw(photo, "promo")).bytes.byteLength).toBeLessThan(320 * 1024);
    expect((await draw(photo, "icon")).bytes.byteLength).toBeLessThan(64 * 1024);
  });
});

describe("a file that cannot be drawn", { timeout: 120_000 }, () => {
  it("is refused by what is in it, in words", async () => {
    expect(await refuse(new Uint8Array())).toContain("empty");
    expect(await refuse(Buffer.from("%PDF-1.7 named logo.png"))).toContain("This is a PDF");
    expect(await refuse(Buffer.from("<!doctype html><img src=x>"))).toContain("This is a web page");
    expect(await refuse(Buffer.from("PK\u0003\u0004"))).toContain("ZIP");
    expect(await refuse(Buffer.from("\0\0\0\u0018ftypmp42"))).toContain("a video");
    expect(await refuse(Buffer.from("nothing"))).toContain("no picture");
    expect(await refuse(new Uint8Array(MOST_UPLOAD_BYTES + 1))).toContain("larger than 5 MB");
    expect(await refuse(svgOf("<script>alert(1)</script>"))).toContain("contains a script");
  });

  it.each(["png", "jpeg", "webp", "gif", "avif"] as const)("is refused when it is a %s cut off in the middle", async (type) => {
    const file = await noise(60, 40).toFormat(type).toBuffer();
    expect(await refuse(file.subarray(0, file.length / 2))).toContain("damaged or cut off");
  });

  it("is refused when nothing but its beginning is right", async () => {
    expect(await refuse(Buffer.from("89504e470d0a1a0a0000", "hex"))).toContain("damaged or cut off");
    expect(await refuse(svgOf("<g>").subarray(0, -3))).toContain("damaged or cut off");
    expect(await refuse(svgOf("", 'width="0" height="0"'))).toContain("damaged or cut off");
    expect(await refuse(svgOf("<g>".repeat(60_000)))).toContain("damaged or cut off");
  });

  it("is refused where there is nothing to see", async () => {
    expect(await refuse(svgOf(""))).toContain("nothing to see");
  });

  it("is refused by the pixels it says it has, before one is unpacked", async () => {
    expect(await refuse(writePng({ width: 50_000, height: 50_000 }, new Uint8Array(1000)))).toContain("50000 × 50000 pixels");
    expect(await refuse(writePng({ width: 20_000, height: 10 }, new Uint8Array(1000)))).toContain("10000 to a side");
    expect(await refuse(svgOf('<rect width="9" height="9"/>', 'width="90000" height="90000"'))).toContain("make it smaller");
  });

  it("is drawn by what it says it has where it unpacks to much more", async () => {
    const bomb = writePng({ width: 100, height: 100 }, new Uint8Array(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await draw(bomb, "icon")).toMatchObject({ width: 100, height: 100 });
  });
});
