import { EMBED_SANDBOX } from "#lib/view/embed-sandbox.ts";
import { languageOf, wordsFor } from "./element-words.ts";
import { ORIGIN } from "./script-origin.ts";
import { parcelAddresses } from "./shop-address.ts";
import { styleSheet } from "./style-sheet.ts";

/** Taller than any journey; whoever says more is not believed. */
const MOST_PIXELS = 20_000;

const STYLES = styleSheet(`
:host { display: block; position: relative; max-width: 45rem }
:host([hidden]) { display: none }
div { overflow: hidden; border: 1px solid color-mix(in srgb, currentColor 18%, transparent); border-radius: var(--waymark-radius, 12px) }
iframe { display: block; width: 100%; border: 0 }
div:not([data-shown]) { position: absolute; inset-inline: 0; height: 1px; visibility: hidden }
div[data-shown] + slot { display: none }
`);

/**
 * `<waymark-tracker carrier="usps" number="9400…">`: a parcel's news, in a frame as tall as they are.
 *
 * Attributes, each of which may change at any time:
 * - `carrier` and `number`: the parcel. Without a carrier there is only the link.
 * - `key`: the private link's, for what only that shows.
 * - `lang`: the news' language; that of the page around it where it is left out.
 * - `theme`: `light` or `dark`; the shop's look decides where it is left out.
 * - `merchant`: the shop's slug, where its pages are below `/tracking/<merchant>`.
 *
 * Until the frame has news to show, and for ever where the browser refuses it, there is what stands inside the element, or else a link to
 * the page. `::part(frame)` and `::part(link)` can be styled, `--waymark-radius` rounds the corners.
 */
export class TrackerElement extends HTMLElement {
  static readonly observedAttributes = ["carrier", "number", "key", "lang", "theme", "merchant"];

  readonly #link = document.createElement("a");
  readonly #box = document.createElement("div");
  #frame: HTMLIFrameElement | null = null;
  #isDrawing = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [STYLES];
    this.#box.part.add("frame");
    this.#link.part.add("link");
    const slot = document.createElement("slot");
    slot.append(this.#link);
    root.append(this.#box, slot);
  }

  connectedCallback(): void {
    addEventListener("message", this.#onMessage);
    this.#draw();
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#onMessage);
  }

  /** Several attributes that change at once are drawn once. */
  attributeChangedCallback(): void {
    if (!this.isConnected || this.#isDrawing) return;
    this.#isDrawing = true;
    queueMicrotask(() => {
      this.#isDrawing = false;
      if (this.isConnected) this.#draw();
    });
  }

  #draw(): void {
    const of = (name: string) => this.getAttribute(name) ?? "";
    const [lang, number] = [languageOf(this), of("number")];
    const parts = { carrier: of("carrier"), number, key: of("key"), lang, theme: of("theme"), merchant: of("merchant"), origin: ORIGIN };
    const { page, frame } = parcelAddresses(parts);
    const title = wordsFor(lang).track.replace("{number}", number).trim();
    this.#link.href = page;
    this.#link.textContent = title;
    delete this.#box.dataset.shown;
    this.#frame = frame === null ? null : this.#createFrame(frame, title);
    this.#box.replaceChildren(...(this.#frame === null ? [] : [this.#frame]));
  }

  /** A new one each time: another address in the old one would be one more step for the back button. */
  #createFrame(address: string, title: string): HTMLIFrameElement {
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.loading = "lazy";
    frame.setAttribute("sandbox", EMBED_SANDBOX);
    frame.onload = () => frame.contentWindow?.postMessage({ type: "waymark:ask" }, ORIGIN);
    frame.src = address;
    return frame;
  }

  readonly #onMessage = ({ origin, source, data }: MessageEvent): void => {
    const frame = this.#frame;
    if (frame === null || source !== frame.contentWindow || origin !== ORIGIN || data?.type !== "waymark:height") return;
    const height = Number(data.height);
    if (!(height > 0)) return;
    frame.style.height = `${Math.min(height, MOST_PIXELS)}px`;
    this.#box.dataset.shown = "";
  };
}
