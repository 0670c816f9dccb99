import { describe, expect, it } from "vitest";
import { DEFAULT_BRAND } from "#lib/branding/default-brand.ts";
import { pageOrigin } from "./page-origin.ts";
import { describeSite } from "./site.ts";

const config = { publicOrigin: "https://track.example.com" };
const site = (isDefault: boolean, pathPrefix = "") => describeSite({ slug: "fern", brand: DEFAULT_BRAND, isDefault }, pathPrefix);

describe("what stands before a page's path for others", () => {
  it("is the merchant's own host, with the platform's scheme", () => {
    expect(pageOrigin(config, { host: "Parcels.Fern.example" }, site(false))).toBe("https://parcels.fern.example");
    const local = { publicOrigin: "http://localhost:3000" };
    expect(pageOrigin(local, { host: "fern.localhost:3000" }, site(false))).toBe("http://fern.localhost:3000");
  });

  it("is the platform for a merchant below its path, whatever host was asked", () => {
    expect(pageOrigin(config, { host: "parcels.fern.example" }, site(false, "/tracking/fern"))).toBe(config.publicOrigin);
  });

  it("is the platform where a host is nobody's, and so the default merchant's", () => {
    expect(pageOrigin(config, { host: "evil.example" }, site(true))).toBe(config.publicOrigin);
    expect(pageOrigin(config, { host: "evil.example" }, describeSite({ slug: "default", brand: DEFAULT_BRAND }, ""))).toBe(
      config.publicOrigin,
    );
  });

  it("repeats neither a port nor a dot that only the visitor wrote", () => {
    for (const host of ["parcels.fern.example:8443", "parcels.fern.example.", "parcels.fern.example:99999"])
      expect(pageOrigin(config, { host }, site(false)), host).toBe("https://parcels.fern.example");
  });

  it.each(["", "a b", "x:y", "[::"])("is the platform where the host is no host: %j", (host) => {
    expect(pageOrigin(config, { host }, site(false))).toBe(config.publicOrigin);
  });
});
