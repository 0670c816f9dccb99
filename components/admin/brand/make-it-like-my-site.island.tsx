"use client";

import { useId, useState } from "react";
import type { BrandColors } from "#lib/branding/derive-palette.ts";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { TextInput } from "../ui/inputs.tsx";
import { Notice } from "../ui/notice.tsx";
import { useAction } from "../ui/use-action.island.tsx";
import { ImageField, type ImageValue } from "./image-field.island.tsx";
import { readColorText } from "./read-color-text.ts";
import { type SuggestedLook, SuggestionCard } from "./suggestion-card.tsx";

export type SuggestLook = ConsoleAction<{ color: string | null; imageUrl: string | null }, SuggestedLook[]>;

/** What becomes of a brand whose merchant takes a suggestion. */
export interface LookPatch {
  colors: BrandColors;
  logo?: { light: ImageValue; dark: null };
}

interface MakeItLikeMySiteProps {
  merchant: string;
  suggest: SuggestLook;
  /** The brand's, to begin with. */
  logo?: ImageValue | null;
  onApply: (patch: LookPatch) => void;
  isDisabled?: boolean;
}

/** From a colour and a logo of the shop's to looks that fit, each to be taken as it is. */
export function MakeItLikeMySite({ merchant, suggest, logo: given = null, onApply, isDisabled = false }: MakeItLikeMySiteProps) {
  const heading = useId();
  const { run, isBusy, answer, problem, issueAt } = useAction(suggest, merchant);
  const [text, setText] = useState("");
  const [logo, setLogo] = useState(given);
  const [applied, setApplied] = useState<SuggestedLook | null>(null);
  const [isUnread, setIsUnread] = useState(false);
  const color = readColorText(text);
  const wrong = problem ?? issueAt("imageUrl");
  const looks = answer?.kind === "done" ? answer.value : [];

  const ask = (image: ImageValue | null) => {
    const isWrong = text.trim() !== "" && color === null;
    setIsUnread(isWrong);
    setApplied(null);
    if (!isWrong && (color || image)) void run({ color, imageUrl: image?.url ?? null });
  };
  const takeLogo = (image: ImageValue | null) => {
    setLogo(image);
    if (image) ask(image);
  };
  const apply = (look: SuggestedLook) => {
    setApplied(look);
    onApply({ colors: look.colors, ...(logo && logo.url !== given?.url && { logo: { light: logo, dark: null } }) });
  };

  return (
    <section aria-labelledby={heading} className="grid gap-4 rounded-panel border border-line bg-canvas p-4">
      <div className="grid gap-1">
        <h3 id={heading} className="text-base">
          Make it like my site
        </h3>
        <p className="text-muted text-sm">
          Paste your brand colour, drop your logo, or both: we suggest looks that fit, readable in light and dark.
        </p>
      </div>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          ask(logo);
        }}
      >
        <Field
          label="Brand colour"
          isOptional
          error={isUnread ? "This is no colour we can read. Paste one such as #1f5c46 or rgb(31, 92, 70)." : issueAt("color")}
        >
          {(control) => (
            <div className="flex items-center gap-2">
              <span
                aria-hidden="true"
                className="size-10 flex-none rounded-control border border-edge bg-sunken"
                style={color ? { backgroundColor: color } : undefined}
              />
              <TextInput
                {...control}
                value={text}
                onChange={(event) => setText(event.target.value)}
                placeholder="#1f5c46"
                spellCheck={false}
                autoComplete="off"
                disabled={isDisabled}
              />
            </div>
          )}
        </Field>
        <ImageField
          label="Logo (optional)"
          purpose="logo"
          merchant={merchant}
          background="#ffffff"
          value={logo}
          onChange={takeLogo}
          isDisabled={isDisabled}
        />
        <Button
          type="submit"
          icon="brush"
          isBusy={isBusy}
          disabled={isDisabled || (!color && !logo && text.trim() === "")}
          className="justify-self-start"
        >
          Suggest looks
        </Button>
      </form>
      <div aria-live="polite" className="grid gap-3 empty:hidden">
        {wrong && <Notice tone="bad">{wrong}</Notice>}
        {looks.length > 0 && (
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-3" aria-label="Suggested looks">
            {looks.map((look) => (
              <SuggestionCard
                key={look.reason}
                look={look}
                logoUrl={logo?.url ?? null}
                isApplied={look === applied}
                onApply={() => apply(look)}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
