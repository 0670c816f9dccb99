import type { SnippetWords } from "#lib/view/snippet-words.ts";
import { escapeMarkup } from "./escape.ts";
import { type Pieces, writePieces } from "./pieces.ts";
import { BUTTON_HEIGHT, PICTURE_WIDTH, type SnippetLook } from "./snippet-look.ts";
import { wordButtonWidth } from "./word-button-width.ts";

export interface Snippet {
  words: SnippetWords;
  look: SnippetLook;
  page: Pieces;
  image: Pieces;
}

const FONT = "font-family:Arial,Helvetica,sans-serif;";

/**
 * The picture, linked, and a button: a fragment for the middle of any mail. Tables and inline styles alone, and nothing that some program
 * lacks without something that stands in for it: see `client-support.data.ts`.
 */
export function drawHtml({ words, look, page, image }: Snippet): string {
  const { lang, dir } = words;
  const { plate, ink, link } = look;
  const href = writePieces(page, escapeMarkup);
  const ground = `align="center" bgcolor="${plate}" style="background-color:${plate};`;
  return `<table role="presentation" lang="${lang}" dir="${dir}" width="100%" border="0" cellspacing="0" cellpadding="0" style="direction:${dir};">
<tr><td ${ground}padding:16px 16px 0;">
<a href="${href}" style="color:${ink};text-decoration:none;"><img src="${writePieces(image, escapeMarkup)}" width="${PICTURE_WIDTH}" alt="${escapeMarkup(words.alt)}" border="0" style="display:block;width:100%;max-width:${PICTURE_WIDTH}px;height:auto;background-color:${plate};color:${ink};${FONT}font-size:18px;line-height:26px;font-weight:bold;"></a>
</td></tr>
<tr><td ${ground}padding:16px 16px 12px;">
${drawButton(href, words.button, look)}
</td></tr>
<tr><td ${ground}padding:0 16px 16px;${FONT}font-size:14px;line-height:20px;">
<a href="${href}" style="color:${link};text-decoration:underline;">${escapeMarkup(words.link)}</a>
</td></tr>
</table>`;
}

/** Word draws a shape; everybody else a table cell, which also stands where a tool took the comments out. */
function drawButton(href: string, label: string, { button, onButton, radius }: SnippetLook): string {
  const text = escapeMarkup(label);
  const type = `color:${onButton};${FONT}font-size:16px;font-weight:bold;`;
  const arc = Math.round((radius / BUTTON_HEIGHT) * 100);
  return `<!--[if mso]><v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word" href="${href}" style="height:${BUTTON_HEIGHT}px;width:${wordButtonWidth(label)}px;v-text-anchor:middle;" arcsize="${arc}%" stroke="f" fillcolor="${button}"><w:anchorlock/><center style="${type}">${text}</center></v:roundrect><![endif]-->
<!--[if !mso]><!--><table role="presentation" border="0" cellspacing="0" cellpadding="0"><tr><td align="center" bgcolor="${button}" style="background-color:${button};border-radius:${radius}px;"><a href="${href}" style="display:inline-block;padding:12px 28px;${type}line-height:24px;text-decoration:none;">${text}</a></td></tr></table><!--<![endif]-->`;
}
