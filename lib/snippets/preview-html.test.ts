import { describe, expect, it } from "vitest";
import { mailAround, previewHtml } from "./preview-html.ts";
import { KEY, ORIGIN, parcel } from "./snippets.testing.ts";

describe("a preview", () => {
  it("shows the picture of this host or none, and gives no link away", () => {
    const { html, imageUrl } = parcel();
    const shown = previewHtml(html, { from: imageUrl, to: "/here.png" });
    expect(shown).toContain('src="/here.png"');
    expect(mailAround(shown, "dark")).not.toMatch(new RegExp(`${KEY}|${ORIGIN}/`));
  });
});
