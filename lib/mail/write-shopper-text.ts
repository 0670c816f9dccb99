import type { MailView } from "#lib/view/mail-view.ts";
import { isolateIn } from "#lib/view/translate.ts";

/** The mail for who reads plain text: the same, in the same order. */
export function writeShopperText(view: MailView): string {
  const { testLabel, headline, paragraphs, action, button, milestones, facts, items, asOf, support, why, links, brand } = view;
  const parts = [
    testLabel && `[${testLabel}]`,
    headline,
    ...paragraphs,
    action && [action.text, action.deadline, action.button && named(action.button)].filter(Boolean).join("\n"),
    named(button),
    milestones.map(({ label, stateLabel, state }) => `${MARKS[state]} ${label} (${stateLabel})`).join("\n"),
    facts.map(({ label, value }) => `${label}: ${isolateIn(view.lang, value)}`).join("\n"),
    items && [`${items.heading}:`, ...items.items.map(({ title, quantity }) => `- ${title} (${quantity})`)].join("\n"),
    support && [support.heading, support.text, ...support.contacts.map(contact)].join("\n"),
    asOf,
    ["-- ", brand.name, brand.footerText, why, ...[...links, ...brand.legalLinks].map(named)].filter((line) => line !== null).join("\n"),
  ];
  // Hyphens that only a narrow column needs are in the way of who searches or copies.
  return `${parts.filter(Boolean).join("\n\n").replaceAll("\u00ad", "")}\n`;
}

/** Without letters: in lines from right to left they would stand on the wrong side. */
const MARKS = { done: "✓", current: "●", upcoming: "○", problem: "✕" } as const;

const named = ({ label, href }: { label: string; href: string }) => `${label}${/[?？؟]$/.test(label) ? "" : ":"}\n${href}`;

/** Addresses and numbers speak for themselves. */
function contact({ kind, text, href }: NonNullable<MailView["support"]>["contacts"][number]): string {
  return kind === "url" ? `${text}: ${href}` : text;
}
