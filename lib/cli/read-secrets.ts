import type { SecretChanges } from "#lib/sources/source-input.ts";
import type { CommandArguments, Terminal } from "./command.ts";

/** Each may be `-`: then it stands in the variable, or is the next line of standard input. On a command line everybody can read it. */
export const SECRET_OPTIONS = {
  "api-key": { name: "apiKey", variable: "SOURCE_API_KEY" },
  "webhook-secret": { name: "webhookSecret", variable: "SOURCE_WEBHOOK_SECRET" },
  token: { name: "token", variable: "SOURCE_TOKEN" },
} as const;

/** The secrets that the options give; an empty one takes it away. A sentence is what is wrong. */
export async function readSecrets(
  { options }: CommandArguments,
  { environment, readInput }: Pick<Terminal, "environment" | "readInput">,
): Promise<SecretChanges | string> {
  const secrets: SecretChanges = {};
  let lines: string[] | null = null;
  for (const [option, { name, variable }] of Object.entries(SECRET_OPTIONS)) {
    const given = options[option];
    if (typeof given !== "string") continue;
    let value: string | undefined = given;
    if (given === "-") {
      value = environment[variable];
      if (!value) {
        lines ??= ((await readInput?.()) ?? "").split(/\r?\n/);
        value = lines.shift();
      }
      if (!value) return `--${option} - takes what stands in ${variable}, or a line of standard input, and there is neither.`;
    }
    secrets[name] = value === "" ? null : value;
  }
  return secrets;
}
