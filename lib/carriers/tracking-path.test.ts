import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARRIERS } from "./catalog.ts";
import { buildTrackingPath, PATH_FORMS, parseTrackingPath } from "./tracking-path.ts";

const parse = (carrier: string, trackingNumber: string) => parseTrackingPath({ carrier, trackingNumber });

function parsePath(path: string) {
  const [, carrier = "", trackingNumber = ""] = path.split("/");
  return parse(decodeURIComponent(carrier), decodeURIComponent(trackingNumber));
}

/** Any UTF-16, halves of pairs included. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe("a tracking address", () => {
  it.each([
    ["usps", "9405511899223197428490", "page"],
    ["usps", "9405511899223197428490.json", "json"],
    ["ups", "1Z999AA10123456784.png", "png"],
    ["ups", "1Z999AA10123456784.ics", "ics"],
    ["ups", "1Z999AA10123456784.atom", "atom"],
    ["shippo", "SHIPPO_TRANSIT", "page"],
  ])("/%s/%s is canonical, as %s", (carrier, trackingNumber, form) => {
    expect(parse(carrier, trackingNumber)).toMatchObject({ kind: "canonical", carrier: { slug: carrier }, form });
  });

  it.each([
    ["USPS", "9405511899223197428490", "/usps/9405511899223197428490"],
    ["dhl-express", "1234567891", "/dhl_express/1234567891"],
    ["stamps_com", "9405511899223197428490", "/usps/9405511899223197428490"],
    ["usps", "9405 5118 9922 3197 4284 90", "/usps/9405511899223197428490"],
    ["usps", "9405-5118-9922-3197-4284-90.JSON", "/usps/9405511899223197428490.json"],
    ["ups", "1z999aa10123456784.Png", "/ups/1Z999AA10123456784.png"],
    ["ups", "1Z999AA10123456784 .json", "/ups/1Z999AA10123456784.json"],
    ["shippo", "shippo_transit", "/shippo/SHIPPO_TRANSIT"],
    ["usps", "9405511899223197428490).", "/usps/9405511899223197428490"],
    ["usps", "9405511899223197428490>", "/usps/9405511899223197428490"],
    ["usps", "<9405511899223197428490.ics>,", "/usps/9405511899223197428490.ics"],
    ["usps", "9405511899223197428490/", "/usps/9405511899223197428490"],
    ["usps", "9405511899223197428490?key=abc", "/usps/9405511899223197428490"],
    ["usps", "9405511899223197428490=3Fkey=3Dabc", "/usps/9405511899223197428490"],
    ["usps", "9405511899223197428490&utm_source=mail", "/usps/9405511899223197428490"],
    ["usps", "9405%20511899223197428490%3Fkey%253Dabc", "/usps/9405511899223197428490"],
    ["usps", "94055118992231=\r\n97428490", "/usps/9405511899223197428490"],
    ["shippo", "SHIPPO_TRANSIT*", "/shippo/SHIPPO_TRANSIT"],
    ["DHL+Express", "1234567890", "/dhl_express/1234567890"],
  ])("/%s/%s redirects to %s", (carrier, trackingNumber, target) => {
    const path = parse(carrier, trackingNumber);
    expect(path.kind === "redirect" && buildTrackingPath(path.carrier.slug, path.trackingNumber, path.form)).toBe(target);
  });

  it("of a carrier nobody knows says so, with the word", () => {
    expect(parse("pigeon", "9405511899223197428490")).toEqual({ kind: "unknown_carrier", word: "pigeon" });
  });

  it.each([
    "",
    ".json",
    "12",
    "9405.5118.9922",
    "9405511899223197428490.xml",
    "9405511899223197428490.json.png",
    "../../etc/passwd",
    "x".repeat(41),
  ])("with %j for a number is malformed", (trackingNumber) => {
    expect(parse("usps", trackingNumber)).toMatchObject({ kind: "malformed_number", carrier: { slug: "usps" } });
  });

  it("of an unknown carrier is that before it is malformed", () => {
    expect(parse("pigeon", "!").kind).toBe("unknown_carrier");
  });
});

describe("any tracking address", () => {
  const slug = fc.constantFrom(...CARRIERS.map((carrier) => carrier.slug));
  const number = fc.stringMatching(/^[A-Z0-9_]{4,40}$/);

  it("that we build is canonical and means what it was built from", () => {
    fc.assert(
      fc.property(slug, number, fc.constantFrom(...PATH_FORMS), (carrier, trackingNumber, form) => {
        const path = parsePath(buildTrackingPath(carrier, trackingNumber, form));
        expect(path).toMatchObject({ kind: "canonical", carrier: { slug: carrier }, trackingNumber, form });
      }),
    );
  });

  it("is read without throwing, and redirects at most once", () => {
    const text = fc.oneof(fc.string(), anyText, fc.stringMatching(/^[A-Za-z0-9 .-]{0,44}\.(json|PNG|ics|Atom)$/), number);
    fc.assert(
      fc.property(fc.oneof(slug, text), text, (carrier, trackingNumber) => {
        const path = parse(carrier, trackingNumber);
        if (path.kind !== "redirect") return;
        expect(parsePath(buildTrackingPath(path.carrier.slug, path.trackingNumber, path.form)).kind).toBe("canonical");
      }),
    );
  });
});

describe("an embed's address", () => {
  const embed = (carrier: string, trackingNumber: string) => parseTrackingPath({ carrier, trackingNumber, isEmbed: true });

  it("says what it is in front, in one spelling", () => {
    const path = embed("usps", "9405511899223197428490");
    expect(path).toMatchObject({ kind: "canonical", form: "embed" });
    const address = path.kind === "canonical" && buildTrackingPath(path.carrier.slug, path.trackingNumber, path.form);
    expect(address).toBe("/embed/usps/9405511899223197428490");
    expect(embed("USPS", "9405-5118-9922-3197-4284-90")).toMatchObject({ kind: "redirect", form: "embed" });
  });

  it("has no other forms", () => {
    expect(embed("usps", "9405511899223197428490.json").kind).toBe("malformed_number");
  });
});
