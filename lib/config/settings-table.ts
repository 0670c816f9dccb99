import { SETTINGS } from "./settings.ts";

/** The README's table of settings, made from the rows that start-up checks. */
export function buildSettingsTable(): string {
  const rows = Object.values(SETTINGS).map(
    ({ name, fallback, defaultNote, description }) =>
      `| \`${name}\` | ${defaultNote ?? (fallback ? `\`${fallback}\`` : "")} | ${description} |`,
  );
  return ["| Variable | Default | Meaning |", "|---|---|---|", ...rows].join("\n");
}
