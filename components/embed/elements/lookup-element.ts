import { languageOf, wordsFor } from "./element-words.ts";
import { ORIGIN } from "./script-origin.ts";
import { lookupAddress } from "./shop-address.ts";
import { styleSheet } from "./style-sheet.ts";

const STYLES = styleSheet(`
:host { display: block; max-width: 34rem }
:host([hidden]) { display: none }
form { display: flex; flex-wrap: wrap; gap: var(--waymark-gap, 8px) }
label { flex: 1 0 100%; font-weight: 600 }
input, button { box-sizing: border-box; min-height: 48px; padding: 0 16px; font: inherit; color: inherit; background: none;
  border: 1px solid color-mix(in srgb, currentColor 65%, transparent); border-radius: var(--waymark-radius, 8px) }
input { flex: 1 1 12rem; min-width: 0 }
button { flex: 0 1 auto; padding: 0 24px; font-weight: 600; cursor: pointer;
  color: var(--waymark-button-color, inherit); background: var(--waymark-button-background, none); border-color: var(--waymark-button-background, currentColor) }
button:hover { text-decoration: underline }
:focus-visible { outline: 3px solid; outline-offset: 2px }
`);

/**
 * `<waymark-lookup>`: a form for a tracking number, which leads to the shop's own look-up page; that finds the carrier.
 *
 * Attributes, each of which may change at any time:
 * - `lang`: the form's language; that of the page around it where it is left out.
 * - `merchant`: the shop's slug, where its pages are below `/tracking/<merchant>`.
 * - `target`: as a form's, `_blank` for a new tab.
 *
 * It looks like the text around it. `::part(form)`, `label`, `input` and `button` can be styled; `--waymark-gap`, `--waymark-radius`,
 * `--waymark-button-background` and `--waymark-button-color` do for most. What stands inside the element is seen where there is no script.
 */
export class LookupElement extends HTMLElement {
  static readonly observedAttributes = ["lang", "merchant", "target"];

  readonly #form = document.createElement("form");
  readonly #label = document.createElement("label");
  readonly #button = document.createElement("button");
  readonly #lang = document.createElement("input");

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [STYLES];
    const input = document.createElement("input");
    Object.assign(input, { id: "number", name: "number", required: true, maxLength: 80, autocomplete: "off", dir: "ltr" });
    Object.assign(input, { autocapitalize: "characters", spellcheck: false, enterKeyHint: "search" });
    Object.assign(this.#lang, { type: "hidden", name: "lang" });
    this.#label.htmlFor = "number";
    for (const [part, element] of Object.entries({ form: this.#form, label: this.#label, input, button: this.#button }))
      element.part.add(part);
    this.#form.append(this.#label, input, this.#button, this.#lang);
    root.append(this.#form);
  }

  connectedCallback(): void {
    this.#draw();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#draw();
  }

  #draw(): void {
    const lang = languageOf(this);
    const words = wordsFor(lang);
    this.#form.action = lookupAddress({ origin: ORIGIN, merchant: this.getAttribute("merchant") ?? "" });
    this.#form.target = this.getAttribute("target") ?? "";
    this.#form.dir = words.dir;
    this.#label.textContent = words.label;
    this.#button.textContent = words.button;
    this.#lang.value = lang;
    this.#lang.disabled = lang === "";
  }
}
