/** The parts of a brand as a merchant thinks of them, in the order of the studio. */
export const BRAND_GROUPS = [
  { id: "home", title: "Name and home", about: "What your shop is called, and where its name leads." },
  { id: "logo", title: "Logo and icon", about: "In the header, in the browser's tab and in pictures for mails." },
  { id: "colors", title: "Colours", about: "Any colour gives a page that can be read: what needs more contrast gets it." },
  { id: "shape", title: "Layout and type", about: "How the page is laid out, its corners and the face of its headings." },
  { id: "header", title: "Header links", about: "Beside your logo, at most six." },
  { id: "support", title: "Support", about: "Where a shopper with a question turns. Fill in what you offer." },
  { id: "promo", title: "Promotion", about: "A picture, a few words and a link below the journey." },
  { id: "social", title: "Social links", about: "In the footer, at most eight." },
  { id: "footer", title: "Footer and legal", about: "The last lines of the page." },
  { id: "visibility", title: "What to show", about: "What shoppers need not know stays off the page and its data." },
  { id: "languages", title: "Languages", about: "A shopper gets the language of their device where you allow it." },
  { id: "wording", title: "Own wording", about: "Your words for the first line of the page, instead of ours." },
  {
    id: "embedding",
    title: "Embedding",
    about: "Sites of yours that may show a parcel's news in a frame; browsers refuse it to all others.",
  },
] as const;

export type BrandGroupId = (typeof BRAND_GROUPS)[number]["id"];

export interface BrandField {
  group: BrandGroupId;
  label: string;
  hint?: string;
  /** An example in the empty field. */
  example?: string;
  /** How it is typed; without it, a control of its own. */
  typed?: "line" | "url" | "email" | "phone" | "paragraph" | "date";
  /** What an empty field stands for; without it, something has to be there. */
  empty?: null | "";
}

/** Every leaf of `brandSchema` that is edited as one thing. */
export const BRAND_FIELDS = {
  name: { group: "home", label: "Name of the shop", typed: "line" },
  homeUrl: {
    group: "home",
    label: "Home page",
    typed: "url",
    example: "https://shop.example/",
    hint: "Your name or logo in the header leads there.",
    empty: null,
  },
  "logo.light": { group: "logo", label: "Logo", hint: "For light pages.", empty: null },
  "logo.dark": { group: "logo", label: "Logo for dark pages", hint: "Without one, dark pages show the logo above.", empty: null },
  icon: { group: "logo", label: "Icon", hint: "Square; in the browser's tab and on home screens.", empty: null },
  "colors.brand": { group: "colors", label: "Brand colour" },
  "colors.accent": {
    group: "colors",
    label: "Accent colour",
    hint: "The promotion's button and the ring around what has the focus.",
    empty: null,
  },
  "colors.background": { group: "colors", label: "Background", empty: null },
  layout: { group: "shape", label: "Layout" },
  mode: { group: "shape", label: "Light or dark" },
  radius: { group: "shape", label: "Corners" },
  font: { group: "shape", label: "Headings" },
  headerLinks: { group: "header", label: "Header links" },
  "support.email": { group: "support", label: "E-mail", typed: "email", example: "help@shop.example", empty: null },
  "support.phone": { group: "support", label: "Phone", typed: "phone", example: "+44 20 7946 0123", empty: null },
  "support.hours": { group: "support", label: "Hours", typed: "line", example: "Monday to Friday, 9 to 5", empty: null },
  "support.url": { group: "support", label: "Help page", typed: "url", example: "https://shop.example/help", empty: null },
  "promo.heading": { group: "promo", label: "Heading", typed: "line", empty: null },
  "promo.text": { group: "promo", label: "Text", typed: "paragraph" },
  "promo.image": { group: "promo", label: "Picture", hint: "Wide, about 16:9.", empty: null },
  "promo.imageAlt": {
    group: "promo",
    label: "What the picture shows",
    typed: "line",
    hint: "Read aloud to shoppers who cannot see it; empty if it only decorates.",
    empty: "",
  },
  "promo.link.label": { group: "promo", label: "Words on the button", typed: "line", example: "See the offer", empty: null },
  "promo.link.url": {
    group: "promo",
    label: "Where the button leads",
    typed: "url",
    example: "https://shop.example/offer",
    empty: null,
  },
  "promo.fromOn": { group: "promo", label: "First day", typed: "date", empty: null },
  "promo.untilOn": { group: "promo", label: "Last day", typed: "date", empty: null },
  socialLinks: { group: "social", label: "Social links" },
  footerText: { group: "footer", label: "Footer text", typed: "paragraph", empty: null },
  legalLinks: { group: "footer", label: "Legal links", hint: "Imprint, privacy, terms: at most six." },
  hideCarrier: { group: "visibility", label: "Hide the carrier", hint: "No name of theirs and no link to them; the number stays." },
  hideOrigin: {
    group: "visibility",
    label: "Hide where parcels come from",
    hint: "Scans near your warehouse lose their place, and the page its map.",
  },
  showPoweredBy: { group: "visibility", label: "Say “Powered by Waymark” in the footer" },
  defaultLanguage: {
    group: "languages",
    label: "Default language",
    hint: "For shoppers whose device asks for none that you offer.",
  },
  allowedLanguages: { group: "languages", label: "Languages offered" },
  wording: { group: "wording", label: "Own wording" },
  embedOrigins: { group: "embedding", label: "Allowed sites" },
} as const satisfies Record<string, BrandField>;

export type BrandFieldPath = keyof typeof BRAND_FIELDS;

export function brandField(path: BrandFieldPath): BrandField {
  return BRAND_FIELDS[path];
}

export const BRAND_FIELD_PATHS = Object.keys(BRAND_FIELDS) as readonly BrandFieldPath[];

/** The field a dotted path lies in, or the first field within it; null for what no field edits. */
export function fieldAt(path: string): BrandFieldPath | null {
  const within = (outer: string, inner: string) => inner === outer || inner.startsWith(`${outer}.`);
  return (
    BRAND_FIELD_PATHS.find((field) => within(field, path)) ?? BRAND_FIELD_PATHS.find((field) => path !== "" && within(path, field)) ?? null
  );
}
