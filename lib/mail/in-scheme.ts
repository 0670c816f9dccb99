const WHEN_DARK = "@media (prefers-color-scheme: dark)";

/** A mail as a program in this light shows it, wherever it is looked at. */
export function inScheme(html: string, scheme: "light" | "dark"): string {
  return html.replaceAll(WHEN_DARK, scheme === "dark" ? "@media all" : "@media not all");
}
