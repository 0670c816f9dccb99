import { describe, expect, it } from "vitest";
import type { Instant } from "#lib/shared/clock.ts";
import { viewMoment } from "./view-moment.ts";

const now = "2026-09-21T13:23:59.500Z" as Instant;

describe("the moment a page is drawn for", () => {
  it("is the same for five minutes while the parcel moves", () => {
    expect(viewMoment({ isFinal: false }, now)).toBe("2026-09-21T13:20:00Z");
  });

  it("is the same for an hour once nothing more will come", () => {
    expect(viewMoment({ isFinal: true }, now)).toBe("2026-09-21T13:00:00Z");
  });
});
