import type { BrandGroupId } from "#lib/branding/brand-fields.ts";
import { groupOfPart } from "./preview-parts.ts";

/** The page a frame holds; null while it holds none of ours, or one that went wrong. */
export function pageIn(frame: HTMLIFrameElement): Document | null {
  const page = frame.contentDocument;
  const isPage = page !== null && page.contentType === "text/html" && page.getElementById("waymark") !== null;
  return isPage ? page : null;
}

/** A fresh frame tells of its own emptiness first. */
export function isStillEmpty(frame: HTMLIFrameElement): boolean {
  return frame.contentDocument?.URL === "about:blank";
}

/** Where the reader was on the page before. */
export function scrollAs(frame: HTMLIFrameElement, before: HTMLIFrameElement | null): void {
  frame.contentWindow?.scrollTo({ top: before?.contentWindow?.scrollY ?? 0, behavior: "instant" });
}

/** What is clicked on opens the fields it was made from. */
export function makeClickable(page: Document, onPart: (group: BrandGroupId) => void): void {
  page.addEventListener("click", (event) => {
    const group = groupOfPart(event.target as Element);
    if (group === null) return;
    event.preventDefault();
    onPart(group);
  });
  page.addEventListener("pointerover", (event) => {
    const part = event.target as HTMLElement;
    if (part.style && groupOfPart(part) !== null) part.style.cursor = "pointer";
  });
}
