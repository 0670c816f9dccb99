import type { Dispatch } from "react";
import { Segmented } from "../../ui/segmented.tsx";
import { DEVICES } from "../studio/preview/preview-look.ts";
import { type MatrixChoice, SCHEMES, toggled } from "./matrix-choice.ts";
import { ToggleSet } from "./toggle-set.tsx";

export interface LanguageShown {
  tag: string;
  /** In English. */
  label: string;
}

interface MatrixBarProps {
  choice: MatrixChoice;
  onChoice: Dispatch<Partial<MatrixChoice>>;
  languages: readonly LanguageShown[];
  /** Set where the brand leaves no choice between light and dark. */
  onlyScheme: "light" | "dark" | null;
  hasDraft: boolean;
}

const OF_CHOICES = [
  { value: "draft", words: "Draft" },
  { value: "published", words: "Published" },
] as const;
const SAMPLE_CHOICES = [
  { value: "statuses", words: "Every status" },
  { value: "all", words: "Special cases too" },
] as const;
const TIER_CHOICES = [
  { value: "public", words: "Public" },
  { value: "private", words: "Private" },
] as const;
const SCHEME_CHOICES = [
  { value: "light", words: "Light" },
  { value: "dark", words: "Dark" },
] as const;
const DEVICE_CHOICES = (["phone", "desktop"] as const).map((value) => ({ value, words: DEVICES[value].words }));

export function MatrixBar({ choice, onChoice, languages, onlyScheme, hasDraft }: MatrixBarProps) {
  const tags = languages.map(({ tag }) => tag);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {hasDraft && <Segmented label="Which brand" value={choice.of} choices={OF_CHOICES} onChange={(of) => onChoice({ of })} />}
      <ToggleSet
        label="Languages"
        choices={languages.map(({ tag, label }) => ({ value: tag, words: label }))}
        chosen={choice.langs}
        onToggle={(tag) => onChoice({ langs: toggled(tags, choice.langs, tag) })}
      />
      {onlyScheme === null && (
        <ToggleSet
          label="Light and dark"
          choices={SCHEME_CHOICES}
          chosen={choice.schemes}
          onToggle={(scheme) => onChoice({ schemes: toggled(SCHEMES, choice.schemes, scheme) })}
        />
      )}
      <Segmented label="Device" value={choice.device} choices={DEVICE_CHOICES} onChange={(device) => onChoice({ device })} />
      <Segmented label="Who looks" value={choice.tier} choices={TIER_CHOICES} onChange={(tier) => onChoice({ tier })} />
      <Segmented label="Parcels shown" value={choice.samples} choices={SAMPLE_CHOICES} onChange={(samples) => onChoice({ samples })} />
    </div>
  );
}
