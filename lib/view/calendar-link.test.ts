import { describe, expect, it } from "vitest";
import { moving, sampleView } from "./sample-input.ts";

describe("the way to a shopper's calendar", () => {
  it("is there while the promised day is to come, in the language that was chosen and without the key", () => {
    expect(sampleView({ tracker: moving("2026-09-24") }).calendar).toEqual({
      label: "Add to calendar",
      href: "/usps/9405511899223197428490.ics",
    });
    const viewer = { tier: "private", key: "secret", lang: "de", locale: "de-DE", langIsChosen: true, theme: "dark" } as const;
    expect(sampleView({ tracker: moving("2026-09-24"), viewer }).calendar?.href).toBe("/usps/9405511899223197428490.ics?lang=de");
  });

  it("is not there without a day, after it, and once the parcel is elsewhere", () => {
    for (const tracker of [
      moving(null),
      moving("2026-09-20"),
      { ...moving("2026-09-24"), status: "return_to_sender" as const },
      { ...moving("2026-09-24"), status: "delivered" as const, isFinal: true },
    ]) {
      expect(sampleView({ tracker }).calendar).toBeNull();
    }
  });
});
