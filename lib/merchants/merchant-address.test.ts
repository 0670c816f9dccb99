import { describe, expect, it } from "vitest";
import { buildMerchantAddress } from "./merchant-address.ts";

const fern = { slug: "fern", isDefault: false, hosts: [] as string[] };

describe("a merchant's address", () => {
  it("is the platform's own for the default merchant", () => {
    const address = buildMerchantAddress({ ...fern, isDefault: true }, "https://track.example.com");
    expect(address).toEqual({ origin: "https://track.example.com", pathPrefix: "" });
  });

  it("is a path on the platform for a merchant without a host", () => {
    expect(buildMerchantAddress(fern, "http://localhost:3000")).toEqual({ origin: "http://localhost:3000", pathPrefix: "/tracking/fern" });
  });

  it("is the merchant's own host, with the platform's scheme and port", () => {
    const merchant = { ...fern, hosts: ["parcels.fern.example"] };
    expect(buildMerchantAddress(merchant, "https://track.example.com").origin).toBe("https://parcels.fern.example");
    expect(buildMerchantAddress(merchant, "http://localhost:3000").origin).toBe("http://parcels.fern.example:3000");
  });
});
