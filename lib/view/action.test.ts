import { describe, expect, it } from "vitest";
import { sampleView } from "./sample-input.ts";

describe("what somebody has to do", () => {
  it("is said with a way to the carrier", () => {
    const { action, tone } = sampleView({ tracker: { substatus: "address_issue" } });
    expect(tone).toBe("attention");
    expect(action?.text).toBe("The carrier needs a complete address to deliver. Please check it with them.");
    expect(action?.button?.label).toBe("Fix the address with USPS");
    expect(action?.button?.href).toContain("9405511899223197428490");
  });

  it("leads to the shop where the carrier cannot help", () => {
    const facts = { tracker: { status: "failure", substatus: "lost" } as const, brand: { support: { email: "hello@fern.example" } } };
    expect(sampleView(facts).action?.button).toEqual({ label: "Contact Fern & Fable", href: "mailto:hello@fern.example" });
  });

  it("has no button where there is nowhere to go", () => {
    const { action } = sampleView({ tracker: { status: "failure", substatus: "prohibited" } });
    expect(action).toEqual({
      text: "The shop has to sort this out with the carrier. They can tell you what happens next.",
      deadline: null,
      button: null,
    });
  });

  it("is nothing on an ordinary day", () => {
    expect(sampleView().action).toBeNull();
  });
});
