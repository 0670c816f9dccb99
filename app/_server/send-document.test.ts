import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { DocumentAnswer } from "./document-answer.ts";
import { BODY_ENCODING, BODY_LENGTH } from "./front.ts";
import { sendDocument } from "./send-document.ts";

const TEXT = "Arriving today. ".repeat(50);
const page: DocumentAnswer = { status: 200, headers: { "content-type": "text/html" }, body: () => TEXT, etag: null };
const image: DocumentAnswer = {
  ...page,
  headers: { "content-type": "image/png" },
  body: async () => new Uint8Array([137, 80, 78, 71]),
  isCompressed: true,
};
const send = (answer: DocumentAnswer, acceptEncoding = "", ifNoneMatch: string | null = null) =>
  sendDocument(answer, { acceptEncoding, ifNoneMatch }, { compress: true });
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

describe("an answer on its way to the visitor", () => {
  it.each([
    ["br, gzip", "br", brotliDecompressSync],
    ["gzip;q=0.8, br;q=0", "gzip", gunzipSync],
    ["deflate", null, (bytes: Buffer) => bytes],
  ] as const)("is compressed as the visitor can read it: %s", async (accepted, encoding, read) => {
    const answer = await send(page, accepted);
    expect(answer.headers.get(BODY_ENCODING)).toBe(encoding);
    expect(read(await bytesOf(answer)).toString()).toBe(TEXT);
  });

  it("goes out as it is where it is compressed in itself, as long as it says", async () => {
    const answer = await send(image, "br, gzip");
    expect([answer.headers.get(BODY_ENCODING), answer.headers.get(BODY_LENGTH)]).toEqual([null, "4"]);
    expect([...(await bytesOf(answer))]).toEqual([137, 80, 78, 71]);
  });

  it("is kept by nobody, and under no tag, where something else had to stand in for it", async () => {
    const makeshift: DocumentAnswer = {
      ...image,
      headers: { ...image.headers, "cache-control": "public, max-age=60" },
      body: async () => ({ stopgap: new Uint8Array([1, 2]) }),
      etag: "send-document.test.stopgap",
    };
    const answer = await send(makeshift, "br");
    expect([answer.status, answer.headers.get("etag"), answer.headers.get("cache-control")]).toEqual([200, null, "no-store"]);
    expect([...(await bytesOf(answer))]).toEqual([1, 2]);
    const later = await send({ ...makeshift, body: image.body });
    expect(later.headers.get("etag")).toBe('W/"send-document.test.stopgap"');
  });

  it("is drawn once for one tag, and not at all for who has it", async () => {
    let drawn = 0;
    const counted: DocumentAnswer = { ...page, body: () => `${TEXT}${drawn++}`, etag: "send-document.test" };
    expect((await bytesOf(await send(counted))).equals(await bytesOf(await send(counted)))).toBe(true);
    const known = await send(counted, "", 'W/"send-document.test"');
    expect([known.status, known.headers.get("content-type"), drawn]).toEqual([304, null, 1]);
  });
});
