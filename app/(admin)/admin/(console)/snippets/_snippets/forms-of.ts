import type { SnippetForm } from "#components/admin/snippets/snippet-forms.island.tsx";
import type { Snippets } from "#lib/snippets/snippets.ts";

/** Every form of a snippet, with where it belongs. `jsonLd` is left out where the tool would take it out. */
export function formsOf({ html, text, jsonLd, imageUrl, pageUrl }: Snippets, linkHint: string): SnippetForm[] {
  return [
    { key: "html", label: "HTML", name: "HTML", hint: "For the middle of a mail, between whatever else stands there.", code: html },
    { key: "text", label: "Text", name: "text", hint: "For the plain part of the same mail.", code: text },
    ...(jsonLd === null
      ? []
      : [
          {
            key: "json-ld",
            label: "JSON-LD",
            name: "JSON-LD",
            hint: "For the head of a mail, where Gmail and Outlook read it. Gmail shows a card to senders it knows, for parcels with an order, a day and a destination.",
            code: jsonLd,
          },
        ]),
    {
      key: "image",
      label: "Image",
      name: "image's address",
      hint: "The picture alone. It shows the news of the moment it is opened, and nothing private.",
      code: imageUrl,
    },
    { key: "link", label: "Link", name: "link", hint: linkHint, code: pageUrl },
  ];
}
