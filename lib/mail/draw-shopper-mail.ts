import type { MailView } from "#lib/view/mail-view.ts";
import { drawMail, type MailParts } from "./draw-mail.ts";
import { badge, button, callout, facts, heading, list, note, paragraph, picture, section, ways } from "./mail-blocks.ts";
import type { MailLook } from "./mail-look.ts";

export function drawShopperMail(view: MailView): Promise<string> {
  return drawMail(view, (look) => ({ body: [...answer(view, look), ...proof(view, look)], footer: footer(view, look) }));
}

/** What is new, and what to do. */
function answer({ testLabel, headline, paragraphs, action, button: main }: MailView, look: MailLook): string[] {
  return [
    ...(testLabel === null ? [] : [badge(look, testLabel)]),
    heading(look, headline),
    ...paragraphs.map((text) => paragraph(look, text)),
    ...(action === null ? [] : [callout(look, { text: action.text, deadline: action.deadline, link: action.button })]),
    button(look, main),
  ];
}

/** What stands behind it. */
function proof({ image, button: { href }, facts: rows, items, asOf, support }: MailView, look: MailLook): string[] {
  return [
    ...(rows.length === 0 ? [] : [facts(look, rows)]),
    ...(image === null ? [] : [note(look, image.note), picture(look, { ...image, href })]),
    ...(items === null
      ? []
      : [
          list(
            look,
            items.heading,
            items.items.map(({ title, quantity }) => ({ title, note: quantity })),
          ),
        ]),
    ...(support === null
      ? []
      : [
          section(look, {
            title: support.heading,
            text: support.text,
            links: support.contacts.map(({ text, href: way }) => ({ label: text, href: way })),
          }),
        ]),
    ...(asOf === null ? [] : [note(look, asOf, { below: 16 })]),
  ];
}

function footer({ why, links, brand }: MailView, look: MailLook): MailParts["footer"] {
  return [
    note(look, why),
    ...(links.length === 0 ? [] : [ways(look, links)]),
    ...(brand.footerText === null ? [] : [note(look, brand.footerText)]),
    ...(brand.legalLinks.length === 0 ? [] : [ways(look, brand.legalLinks)]),
  ];
}
