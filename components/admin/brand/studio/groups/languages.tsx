import { brandField } from "#lib/branding/brand-fields.ts";
import { Field, FieldError } from "../../../ui/field.tsx";
import { Checkbox, SelectInput, Switch } from "../../../ui/inputs.tsx";
import { useDesk } from "../desk.ts";
import { listAt, textAt } from "../draft.ts";
import { anchorOf } from "../reveal-field.ts";
import { allowsAll, withDefault, withLanguage } from "./allowed-languages.ts";

export interface LanguageChoice {
  tag: string;
  /** Its own name. */
  name: string;
  dir: "ltr" | "rtl";
}

export function Languages({ languages }: { languages: readonly LanguageChoice[] }) {
  const { draft, issueAt, choose, change } = useDesk();
  const standard = textAt(draft, "defaultLanguage");
  const allowed = listAt(draft, "allowedLanguages").map(String);
  const offersAll = allowsAll(allowed);
  const issue = issueAt("allowedLanguages");
  const known = languages.some(({ tag }) => tag === standard) ? languages : [...languages, { tag: standard, name: standard, dir: "ltr" }];
  return (
    <>
      <div id={anchorOf("defaultLanguage")}>
        <Field label={brandField("defaultLanguage").label} hint={brandField("defaultLanguage").hint} error={issueAt("defaultLanguage")}>
          {(control) => (
            <SelectInput {...control} value={standard} onChange={(event) => change((now) => withDefault(now, event.target.value))}>
              {known.map(({ tag, name }) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
      </div>
      <fieldset id={anchorOf("allowedLanguages")} className="grid gap-2.5">
        <legend className="mb-1.5 font-medium text-[0.9375rem]">{brandField("allowedLanguages").label}</legend>
        <Switch
          label="All that Waymark speaks"
          hint="New ones are offered as they are added."
          checked={offersAll}
          onChange={(event) => choose("allowedLanguages", event.target.checked ? [] : languages.map(({ tag }) => tag))}
        />
        {!offersAll && (
          <div className="grid gap-2 sm:grid-cols-2">
            {languages.map(({ tag, name }) => (
              <Checkbox
                key={tag}
                label={
                  <>
                    <span lang={tag}>{name}</span>
                    {tag === standard && <span className="text-muted"> (default)</span>}
                  </>
                }
                checked={allowed.includes(tag)}
                disabled={tag === standard && allowed.includes(tag)}
                onChange={(event) => choose("allowedLanguages", withLanguage(allowed, tag, event.target.checked))}
              />
            ))}
          </div>
        )}
        {issue && <FieldError>{issue}</FieldError>}
      </fieldset>
    </>
  );
}
