import { AppError } from "#lib/shared/errors.ts";
import { escapeXml } from "#lib/shared/escape-xml.ts";

/** An element of MJML, or of the HTML within it. Attributes are text, and escaped here; children are markup. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...children: readonly (string | null)[]
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [` ${key}="${escapeXml(String(value))}"`]));
  const opening = `<${name}${written.join("")}>`;
  return VOID.has(name) ? opening : `${opening}${children.filter((child) => child !== null).join("")}</${name}>`;
}

const VOID = new Set(["br", "img", "meta"]);

/** Only seen by Outlook on Windows, which draws with Word. */
export const forWord = (markup: string) => `<!--[if mso]>${markup}<![endif]-->`;
export const notForWord = (markup: string) => `<!--[if !mso]><!-->${markup}<!--<![endif]-->`;

/** HTML that mail programs of any age draw. Nothing in it is fetched but the pictures it names. */
export async function compileMjml(source: string): Promise<string> {
  // Loaded when first needed: most processes and most requests never write a mail.
  const { default: mjml } = await import("mjml");
  const { html, errors } = await mjml(source, { fonts: {}, validationLevel: "strict", ignoreIncludes: true });
  const [first] = errors;
  if (first) throw new AppError("internal", { message: `A mail could not be drawn: ${first.formattedMessage}` });
  return html.replaceAll(/\n\s*\n+/g, "\n").replaceAll(/^ +/gm, "");
}
