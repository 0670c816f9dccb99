import { FormField } from "../ui/action-form.island.tsx";
import { Checkbox, TextInput } from "../ui/inputs.tsx";
import type { SecretField } from "./providers.ts";

/** What a source of a provider can be told of secrets, none of it required. */
export function SecretFields({ fields }: { fields: readonly SecretField[] }) {
  return fields.map(({ name, label, hint }) =>
    name === "acceptPublishedKeys" ? (
      <Checkbox key={name} name={name} label={label} hint={hint} />
    ) : (
      <FormField key={name} name={name} label={label} hint={hint} isOptional>
        {(control) => (
          <TextInput {...control} className="font-mono" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={1000} />
        )}
      </FormField>
    ),
  );
}

export interface SecretsInput {
  apiKey?: string;
  webhookSecret?: string;
  token?: string;
  acceptPublishedKeys?: boolean;
}

/** What a form of these fields says; what was left empty is not being said. */
export function readSecretFields(data: FormData, fields: readonly SecretField[]): SecretsInput {
  const said = fields.flatMap(({ name }): [string, string | boolean][] => {
    const value = data.get(name);
    if (typeof value !== "string" || value.trim() === "") return [];
    return [[name, name === "acceptPublishedKeys" ? true : value]];
  });
  return Object.fromEntries(said);
}
