import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { BRAND_GROUPS, type BrandGroupId, brandField, fieldAt } from "./brand-fields.ts";

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

/** Fields whose labels say enough only under the title of their group. */
const NAMED_WITH_GROUP: ReadonlySet<BrandGroupId> = new Set(["support", "promo"]);

/** What people call a part of a brand: "Promotion: Heading", "Header links, no. 2", "Own wording in German: Delivered". */
export function brandLabel(path: string): string {
  const field = fieldAt(path);
  if (field === null) return path;
  if (field === "wording") return wordingLabel(path);
  const { group, label } = brandField(field);
  const title = BRAND_GROUPS.find(({ id }) => id === group)?.title;
  const place = /^\.(\d+)/.exec(path.slice(field.length))?.[1];
  return [NAMED_WITH_GROUP.has(group) ? `${title}: ${label}` : label, place && `no. ${Number(place) + 1}`].filter(Boolean).join(", ");
}

function wordingLabel(path: string): string {
  const [, language, word] = path.split(".");
  const where = language === undefined ? "Own wording" : `Own wording in ${languageLabel(language)}`;
  const status = STATUSES.find((name) => name === word);
  return status === undefined ? where : `${where}: ${STATUS_LABELS[status]}`;
}
