import type { ReactNode } from "react";
import { STATUSES } from "#lib/tracking/status.ts";
import { AGES, NEEDS, type ParcelsWish, SILENCES } from "#lib/view/console-parcels-address.ts";
import { PROVIDER_NAMES } from "#lib/view/provider-name.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { SelectInput, TextInput } from "../ui/inputs.tsx";
import { statusWords } from "../ui/status-badge.tsx";
import { FilterForm } from "./filter-form.island.tsx";
import { ageWords, needsWords, silentWords } from "./filter-words.ts";

interface Choice {
  value: string;
  label: string;
}

export interface ParcelFiltersProps {
  wish: ParcelsWish;
  mode: "test" | "production";
  /** Those the shop has parcels of first. */
  carriers: readonly Choice[];
  sources: readonly Choice[];
}

/** A plain form, so that what it asks for is an address; a script only saves pressing its button. */
export function ParcelFilters({ wish, mode, carriers, sources }: ParcelFiltersProps) {
  return (
    <FilterForm action="/admin/parcels">
      {mode === "test" && <input type="hidden" name="mode" value="test" />}
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field label="Tracking number, order number or e-mail address">
            {(control) => (
              <TextInput
                {...control}
                key={wish.q}
                type="search"
                name="q"
                defaultValue={wish.q}
                autoComplete="off"
                spellCheck={false}
                placeholder="1Z999AA1…, 28002, mia@example.com"
              />
            )}
          </Field>
        </div>
        <Button type="submit" variant="primary" icon="search">
          Search
        </Button>
      </div>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
        <Choose
          name="status"
          label="Status"
          value={wish.status}
          any="Any"
          choices={STATUSES.map((status) => choice(status, statusWords(status)))}
        />
        <Choose
          name="needs"
          label="Needs attention"
          value={wish.needs}
          any="Any"
          choices={NEEDS.map((who) => choice(who, needsWords(who)))}
        />
        <Choose name="carrier" label="Carrier" value={wish.carrier} any="Any" choices={carriers} />
        <Choose name="source" label="News from" value={wish.source} any="Any">
          <optgroup label="Told by">
            {Object.entries(PROVIDER_NAMES).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
            <option value="nobody">Nobody yet</option>
          </optgroup>
          {sources.length > 0 && <optgroup label="Source that is asked">{optionsOf(sources)}</optgroup>}
        </Choose>
        <Choose name="age" label="Registered" value={wish.age} any="Any" choices={AGES.map((days) => choice(days, ageWords(days)))} />
        <Choose
          name="silent"
          label="No news for"
          value={wish.silent}
          any="Any"
          choices={SILENCES.map((days) => choice(days, silentWords(days)))}
        />
      </div>
    </FilterForm>
  );
}

const choice = (value: string | number, label: string): Choice => ({ value: String(value), label });

const optionsOf = (choices: readonly Choice[]) =>
  choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

interface ChooseProps {
  name: string;
  label: string;
  value: string | number | null;
  /** What no choice means. */
  any: string;
  choices?: readonly Choice[];
  children?: ReactNode;
}

/** Keyed by its value: what the address says is what it shows, after going back as well. */
function Choose({ name, label, value, any, choices = [], children }: ChooseProps) {
  return (
    <Field label={label}>
      {(control) => (
        <SelectInput {...control} key={value} name={name} defaultValue={value ?? ""}>
          <option value="">{any}</option>
          {optionsOf(choices)}
          {children}
        </SelectInput>
      )}
    </Field>
  );
}
