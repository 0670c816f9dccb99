import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { SUBSTATUSES, type Substatus } from "#lib/tracking/substatus.ts";
import { createTranslator } from "#lib/view/translate.ts";
import { DEMO_BRANDS } from "./demo-brands.ts";
import { DEMO_GROUPS, type DemoParcel } from "./demo-parcel.ts";
import { DEMO_PARCELS } from "./demo-parcels.ts";

export interface DemoLink {
  label: string;
  /** The exact word or status it stands for, if any, and the shop. */
  note: string;
  href: string;
}

/** The demo's parcels by group, each with its address on the platform's own host. */
export function listDemo(): { heading: string; links: DemoLink[] }[] {
  return DEMO_GROUPS.map((heading) => ({ heading, links: DEMO_PARCELS.filter(({ group }) => group === heading).map(linkOf) }));
}

function linkOf({ title, merchant, carrier, trackingNumber }: DemoParcel): DemoLink {
  const shop = DEMO_BRANDS.find(({ slug }) => slug === merchant);
  const [name = title, ...more] = title.split(" · ");
  const words = wordsFor(name);
  const facts = words === null ? more : [name, ...more];
  return {
    label: words ?? name,
    note: [...facts, shop?.brand.name ?? merchant].join(" · "),
    href: `${shop?.isDefault ? "" : `/tracking/${merchant}`}/${carrier}/${trackingNumber}`,
  };
}

/** What the page calls a status or substatus; null for a title that is words already. */
function wordsFor(title: string): string | null {
  const t = createTranslator("en");
  if (isSubstatus(title)) return t(`substatus.${title}`);
  return isStatus(title) ? t(`status.${title}`) : null;
}

const isSubstatus = (word: string): word is Substatus => Object.hasOwn(SUBSTATUSES, word);
const isStatus = (word: string): word is Status => (STATUSES as readonly string[]).includes(word);
