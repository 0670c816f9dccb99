import { describe, expect, it } from "vitest";
import { sniffImage } from "./sniff-image.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const hex = (digits: string) => Buffer.from(digits.replaceAll(" ", ""), "hex");

describe("what a file is", () => {
  it.each([
    ["png", hex("89504e470d0a1a0a 0000000d 49484452")],
    ["jpeg", hex("ffd8ffe0 0010 4a464946")],
    ["gif", latin1("GIF89a\x01\0\x01\0")],
    ["webp", latin1("RIFF\x10\0\0\0WEBPVP8 ")],
    ["avif", latin1("\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf")],
    ["avif", latin1("\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf")],
    ["svg", latin1('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["svg", latin1("\xef\xbb\xbf<?xml version='1.0'?>\n<!-- made <b>by</b> hand -->\n<!DOCTYPE svg>\n<svg:svg xmlns:svg='s'/>")],
  ])("is told from its bytes: %s", (type, bytes) => {
    expect(sniffImage(bytes)).toEqual({ kind: "image", type });
  });

  it.each([
    ["a PDF", latin1("%PDF-1.7\n%\xe2\xe3")],
    ["an EPS or Illustrator file", latin1("%!PS-Adobe-3.0 EPSF-3.0")],
    ["a Photoshop file", latin1("8BPS\0\x01")],
    ["a HEIC photo", latin1("\0\0\0\x18ftypheic\0\0\0\0mif1heic")],
    ["a video", latin1("\0\0\0\x18ftypisom\0\0\x02\0isomiso2mp41")],
    ["a TIFF picture", hex("49492a00 08000000")],
    ["a BMP picture", hex("424d 36000000 00000000 36000000")],
    ["a Windows icon", hex("00000100 0100")],
    ["a ZIP or Office file", latin1("PK\x03\x04\x14\0")],
    ["a web page", latin1("\n<!DOCTYPE html><html><svg></svg></html>")],
    ["a web page", latin1("<script>alert(1)</script><svg></svg>")],
  ])("is named where it is none that can be drawn: %s", (name, bytes) => {
    expect(sniffImage(bytes)).toEqual({ kind: "other", name });
  });

  it.each([
    ["nothing known", latin1("hello")],
    ["XML of another kind", latin1("<?xml version='1.0'?><rss><svg/></rss>")],
    ["bytes without a beginning", new Uint8Array(5000)],
  ])("is unknown where it is %s", (_, bytes) => {
    expect(sniffImage(bytes)).toEqual({ kind: "unknown" });
  });
});
