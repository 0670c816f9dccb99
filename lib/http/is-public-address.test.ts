import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./is-public-address.ts";
import { readTarget } from "./read-target.ts";

const privateAddresses = [
  ["loopback", "127.0.0.1", "127.255.255.254", "::1", "0:0:0:0:0:0:0:1"],
  ["this network", "0.0.0.0", "0.1.2.3", "::"],
  ["private", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1"],
  ["link-local, the cloud's metadata among it", "169.254.169.254", "fe80::1", "febf::1", "fe80::1%eth0"],
  ["unique local", "fc00::1", "fd12:3456:789a::1", "fd00:ec2::254"],
  ["site local", "fec0::1"],
  ["carrier-grade NAT", "100.64.0.1", "100.127.255.255"],
  ["multicast", "224.0.0.1", "239.255.255.255", "ff02::1"],
  ["broadcast", "255.255.255.255"],
  ["reserved, for documents and for measuring", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "240.0.0.1"],
  ["reserved in IPv6", "2001:db8::1", "3fff::1", "100::1", "4000::1", "5f00::1"],
  ["IPv4-mapped", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"],
  ["IPv4-translated", "::ffff:0:127.0.0.1", "::ffff:0:8.8.8.8"],
  ["IPv4-compatible", "::127.0.0.1", "::8.8.8.8"],
  ["6to4", "2002:7f00:1::", "2002:0a00:0001::1"],
  ["Teredo", "2001:0:4136:e378:8000:63bf:80ff:fffe"],
  ["NAT64 of something private", "64:ff9b::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::10.0.0.1"],
  ["no address", "", "localhost", "1.2.3", "1.2.3.4.5", "300.1.1.1", "::g"],
].flatMap(([kind, ...addresses]) => addresses.map((address) => [kind, address] as const));

describe("an address", () => {
  it.each(privateAddresses)("that is %s is not public: %s", (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    "1.1.1.1",
    "8.8.8.8",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700:4700::1111",
    "2a00:1450::1",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
  ])("of the internet is public: %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it("in IPv4-mapped clothes is judged as without them", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
      }),
    );
  });
});

describe("a target", () => {
  it.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.0.0.1./",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://0/",
    "http://0.0.0.0:80/",
    "http://⑯⑨。254。⑯⑨。254/",
    "http://169.254.169.254/latest/meta-data",
    "http://%31%32%37.0.0.1/",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]:8080/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fd00:ec2::254]/",
    "http://[2002:7f00:1::]/",
    "http://[64:ff9b::7f00:1]/",
    "http://user:secret@shop.example/",
    "http://shop.example@127.0.0.1/",
    "http:\\\\127.0.0.1\\",
    "file:///etc/passwd",
    "ftp://shop.example/",
    "gopher://127.0.0.1:25/",
    "javascript:alert(1)",
    "//shop.example/hooks",
    "shop.example",
    "http://",
    "",
  ])("is refused before anything is asked: %s", (text) => {
    expect(readTarget(text, { allowPrivate: false })).toEqual({ kind: "refused", problem: expect.stringMatching(/^(leads|is|must) /) });
  });

  it("may be private where that is allowed, but still is an address of the web without a password", () => {
    expect(readTarget("http://127.0.0.1:8080/x", { allowPrivate: true }).kind).toBe("target");
    expect(readTarget("file:///etc/passwd", { allowPrivate: true }).kind).toBe("refused");
    expect(readTarget("http://user@127.0.0.1/", { allowPrivate: true }).kind).toBe("refused");
  });
});
