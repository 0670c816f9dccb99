import type { Status } from "#lib/tracking/status.ts";

/** What people call the parts of a brand, by path; what stands in a list is called by the list's name and its place. */
const LABELS = {
  name: "Name",
  homeUrl: "Shop’s address",
  "logo.light": "Logo",
  "logo.dark": "Logo on dark",
  icon: "Icon",
  "colors.brand": "Brand colour",
  "colors.accent": "Accent colour",
  "colors.background": "Background",
  radius: "Corner radius",
  font: "Headings’ typeface",
  layout: "Layout",
  mode: "Light or dark",
  headerLinks: "Header links",
  "support.email": "Support e-mail",
  "support.phone": "Support phone",
  "support.hours": "Support hours",
  "support.url": "Support page",
  socialLinks: "Social links",
  "promo.heading": "Promotion’s heading",
  "promo.text": "Promotion’s text",
  "promo.image": "Promotion’s picture",
  "promo.imageAlt": "Promotion’s picture in words",
  "promo.link": "Promotion’s link",
  "promo.fromOn": "Promotion begins",
  "promo.untilOn": "Promotion ends",
  footerText: "Footer text",
  legalLinks: "Legal links",
  hideCarrier: "Hide the carrier",
  hideOrigin: "Hide where parcels come from",
  defaultLanguage: "Default language",
  allowedLanguages: "Languages",
  showPoweredBy: "“Powered by” line",
} as const satisfies Record<string, string>;

export type LabelledPath = keyof typeof LABELS;

/** In the console's words. */
export const STATUS_LABELS: Readonly<Record<Status, string>> = {
  unknown: "No news yet",
  pre_transit: "Label made",
  in_transit: "On its way",
  out_for_delivery: "Out for delivery",
  available_for_pickup: "Ready to collect",
  delivered: "Delivered",
  return_to_sender: "Going back",
  failure: "Not delivered",
  cancelled: "Cancelled",
  error: "Tracking problem",
};

const languageNames = new Intl.DisplayNames("en", { type: "language" });

/** "German"; the tag itself where it is none. */
export function languageLabel(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "Brand colour", "Header links, 2nd: address", "Wording in German: Delivered"; the path itself for what no brand has. */
export function brandLabel(path: string): string {
  const known = LABELS[path as LabelledPath];
  if (known !== undefined) return known;
  const [part = "", ...rest] = path.split(".");
  if (part === "wording") return wordingLabel(rest);
  for (let end = rest.length; end >= 0; end--) {
    const label = LABELS[[part, ...rest.slice(0, end)].join(".") as LabelledPath];
    if (label !== undefined) return [label, ...rest.slice(end).map(stepLabel)].join(", ");
  }
  return path;
}

function wordingLabel([language, status]: readonly string[]): string {
  const where = language === undefined ? "Own wording" : `Own wording in ${languageLabel(language)}`;
  return status === undefined ? where : `${where}: ${STATUS_LABELS[status as Status] ?? status}`;
}

const STEPS: Readonly<Record<string, string>> = { label: "text", url: "address" };

function stepLabel(step: string): string {
  return /^\d+$/.test(step) ? `no. ${Number(step) + 1}` : (STEPS[step] ?? step);
}
