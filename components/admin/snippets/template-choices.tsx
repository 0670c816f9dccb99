import { FilterForm } from "../parcels/filter-form.island.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { SelectInput } from "../ui/inputs.tsx";

interface TemplateChoicesProps {
  /** The tool, which the form keeps. */
  platform: string;
  languages: readonly { tag: string; name: string }[];
  chosen: { lang: string | null; theme: string | null; link: string };
}

/** In which language, which light, and to which page; a choice counts at once. */
export function TemplateChoices({ platform, languages, chosen }: TemplateChoicesProps) {
  const { lang, theme, link } = chosen;
  return (
    <FilterForm action="/admin/snippets">
      <input type="hidden" name="platform" value={platform} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Language">
          {(control) => (
            <SelectInput {...control} name="lang" defaultValue={lang ?? ""} key={lang}>
              <option value="">Shop's own</option>
              {languages.map(({ tag, name }) => (
                <option key={tag} value={tag} lang={tag}>
                  {name}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
        <Field label="Light or dark">
          {(control) => (
            <SelectInput {...control} name="theme" defaultValue={theme ?? ""} key={theme}>
              <option value="">As the page</option>
              <option value="light">Light</option>
              <option value="dark">Dark</option>
            </SelectInput>
          )}
        </Field>
        <Field label="Links lead to">
          {(control) => (
            <SelectInput {...control} name="link" defaultValue={link === "private" ? link : ""} key={link}>
              <option value="">Public page</option>
              <option value="private">Private page</option>
            </SelectInput>
          )}
        </Field>
      </div>
      <noscript>
        <Button type="submit">Show</Button>
      </noscript>
    </FilterForm>
  );
}
