import { expect, it } from "vitest";
import { encodePng } from "./encode-png.ts";
import { openPen } from "./pen.ts";

async function roundTrip(data: Buffer, width: number, height: number) {
  const sharp = await openPen();
  const png = sharp(Buffer.from(await encodePng({ data, width, height })));
  return { ...(await png.metadata()), pixels: await png.ensureAlpha().raw().toBuffer() };
}

it("gives back the very pixels of a picture of few colours", async () => {
  const data = Buffer.from("ff0000ff00ff00ff0000ffffffffff80000000ff00000000", "hex");
  expect(await roundTrip(data, 3, 2)).toMatchObject({ format: "png", width: 3, height: 2, pixels: data });
});

it("keeps areas as they are, and edges close to what they were, where there are thousands of shades", async () => {
  const side = 128;
  const data = Buffer.alloc(side * side * 2 * 4, Buffer.from("1f5c46ff", "hex"));
  for (let index = 0; index < side * side; index++) data.set([(index * 7) % 256, (index * 3) % 256, index % 256, 255], index * 4);
  const { pixels } = await roundTrip(data, side, side * 2);
  expect(pixels.subarray(side * side * 4)).toEqual(data.subarray(side * side * 4));
  const worst = data.reduce((most, value, index) => Math.max(most, Math.abs(value - (pixels[index] ?? 0))), 0);
  expect(worst).toBeLessThan(60);
});

it("tells areas apart that hardly differ", async () => {
  const data = Buffer.concat([Buffer.alloc(64 * 64 * 4, 255), Buffer.alloc(64 * 64 * 4, Buffer.from("fcfbfaff", "hex"))]);
  expect((await roundTrip(data, 64, 128)).pixels).toEqual(data);
});

it("never fills what one can see through, nor the soft edge of it", async () => {
  const data = Buffer.alloc(64 * 64 * 4);
  for (let index = 0; index < 64 * 64; index++) data.set([index % 256, index >> 4, 99, index < 4000 ? 255 : (index - 4000) * 2], index * 4);
  const { pixels } = await roundTrip(data, 64, 64);
  for (let index = 4000; index < 4096; index++)
    expect(Math.abs((pixels[index * 4 + 3] ?? 0) - (data[index * 4 + 3] ?? 0))).toBeLessThan(16);
});
