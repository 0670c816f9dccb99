import { Button, LinkButton } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { SelectInput } from "../ui/inputs.tsx";
import { AUDIT_WORDS, actionTitle, areaOf } from "./audit-words.ts";

interface AuditFilterProps {
  people: readonly { id: string; name: string }[];
  person: string | null;
  action: string | null;
}

const BY_AREA = [...Map.groupBy(Object.keys(AUDIT_WORDS), areaOf)].sort(([a], [b]) => a.localeCompare(b));

/** A plain form, so that what it asks for is an address. */
export function AuditFilter({ people, person, action }: AuditFilterProps) {
  const isKnown = person === null || people.some(({ id }) => id === person);
  return (
    <form action="/admin/audit" className="flex flex-wrap items-end gap-3">
      <div className="min-w-44 flex-1 sm:max-w-64">
        <Field label="Who">
          {(control) => (
            <SelectInput {...control} name="person" defaultValue={person ?? ""}>
              <option value="">Everybody</option>
              {!isKnown && <option value={person}>A former member</option>}
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectInput>
          )}
        </Field>
      </div>
      <div className="min-w-44 flex-1 sm:max-w-80">
        <Field label="What">
          {(control) => (
            <SelectInput {...control} name="action" defaultValue={action ?? ""}>
              <option value="">Everything</option>
              {BY_AREA.map(([area, actions]) => (
                <optgroup key={area} label={area}>
                  {actions.map((name) => (
                    <option key={name} value={name}>
                      {actionTitle(name)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </SelectInput>
          )}
        </Field>
      </div>
      <Button type="submit" icon="search">
        Show
      </Button>
      {(person ?? action) !== null && (
        <LinkButton href="/admin/audit" variant="quiet">
          Show all
        </LinkButton>
      )}
    </form>
  );
}
