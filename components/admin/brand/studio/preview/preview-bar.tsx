import type { Dispatch } from "react";
import { SelectInput } from "../../../ui/inputs.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import type { LanguageChoice } from "../groups/languages.tsx";
import { DEVICES, type PreviewLook, type SampleChoice } from "./preview-look.ts";

interface PreviewBarProps {
  look: PreviewLook;
  onLook: Dispatch<Partial<PreviewLook>>;
  samples: readonly SampleChoice[];
  languages: readonly LanguageChoice[];
  /** Set where the brand leaves no choice between light and dark. */
  onlyScheme: "light" | "dark" | null;
}

const KIND_CHOICES = [
  { value: "page", words: "Page" },
  { value: "image", words: "Images" },
] as const;
const DEVICE_CHOICES = (["phone", "desktop"] as const).map((value) => ({ value, words: DEVICES[value].words }));
const SCHEME_CHOICES = [
  { value: "light", words: "Light" },
  { value: "dark", words: "Dark" },
] as const;
const TIER_CHOICES = [
  { value: "public", words: "Public" },
  { value: "private", words: "Private" },
] as const;

export function PreviewBar({ look, onLook, samples, languages, onlyScheme }: PreviewBarProps) {
  return (
    <div className="@container">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex w-full gap-2 @3xl:w-auto @3xl:flex-1">
          <SelectInput
            aria-label="Parcel shown"
            value={look.sample}
            onChange={(event) => onLook({ sample: event.target.value })}
            className="min-w-0 flex-1 text-sm!"
          >
            {samples.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </SelectInput>
          <SelectInput
            aria-label="Language shown"
            value={look.lang}
            onChange={(event) => onLook({ lang: event.target.value })}
            className="w-auto! flex-none text-sm!"
          >
            {languages.map(({ tag, name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </SelectInput>
        </div>
        <Segmented label="What is shown" value={look.kind} choices={KIND_CHOICES} onChange={(kind) => onLook({ kind })} />
        <Segmented label="Device" value={look.device} choices={DEVICE_CHOICES} onChange={(device) => onLook({ device })} />
        <Segmented
          label="Light or dark"
          value={onlyScheme ?? look.scheme}
          choices={SCHEME_CHOICES}
          onChange={(scheme) => onLook({ scheme })}
          isDisabled={onlyScheme !== null}
          reason={onlyScheme === null ? undefined : `your page is always ${onlyScheme}`}
        />
        {look.kind === "page" && (
          <Segmented label="Who looks" value={look.tier} choices={TIER_CHOICES} onChange={(tier) => onLook({ tier })} />
        )}
      </div>
    </div>
  );
}
