import { useState } from "react";
import { brandField } from "#lib/branding/brand-fields.ts";
import type { ColorName, SchemeAdvice } from "#lib/branding/contrast-advice.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { TextInput } from "../../../ui/inputs.tsx";
import { useDesk } from "../desk.ts";
import { textAt } from "../draft.ts";
import { anchorOf } from "../reveal-field.ts";
import { ContrastTable } from "./contrast-table.tsx";
import { sixDigits, tidyHex } from "./hex-text.ts";

interface ColorFieldProps {
  name: ColorName;
  /** What is shown while none is chosen. */
  instead: { color: string; says: string } | null;
  /** Worth a try: the logo's own colours. */
  swatches: readonly string[];
  advice: readonly SchemeAdvice[];
}

/** A colour: typed, picked, or taken from the logo; below it what it does on the page. */
export function ColorField({ name, instead, swatches, advice }: ColorFieldProps) {
  const desk = useDesk();
  const path = `colors.${name}` as const;
  const { label, hint } = brandField(path);
  const [wasLeft, setWasLeft] = useState(false);
  const value = textAt(desk.draft, path);
  const whole = sixDigits(value) ?? (value === "" ? (instead?.color ?? null) : null);
  /** Between two digits the picker keeps the colour before. */
  const [lastWhole, setLastWhole] = useState(whole ?? "#000000");
  if (whole !== null && whole !== lastWhole) setLastWhole(whole);
  const typeText = (text: string) => desk.type(path, text === "" && instead !== null ? null : tidyHex(text));
  const isShown = wasLeft || desk.showsAllIssues || value.length > 6;
  return (
    <div id={anchorOf(path)} className="grid gap-2.5">
      <Field label={label} hint={hint} error={isShown ? desk.issueAt(path) : undefined}>
        {(control) => (
          <div className="flex items-center gap-2">
            <input
              type="color"
              aria-label={`${label}: pick`}
              value={lastWhole}
              onChange={(event) => desk.type(path, event.target.value)}
              className="color-well h-10 w-14 flex-none cursor-pointer rounded-control border border-edge bg-raised p-1 disabled:cursor-not-allowed"
            />
            <TextInput
              {...control}
              value={value}
              placeholder={instead?.says}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => typeText(event.target.value)}
              onBlur={() => setWasLeft(true)}
              className={`max-w-44 ${value === "" ? "" : "font-mono"}`}
            />
            {instead !== null && value !== "" && (
              <Button variant="quiet" size="small" onClick={() => desk.choose(path, null)}>
                Reset<span className="sr-only"> {label}</span>
              </Button>
            )}
          </div>
        )}
      </Field>
      {swatches.length > 0 && (
        <FromLogo label={label} colors={swatches} chosen={sixDigits(value)} onChoose={(color) => desk.choose(path, color)} />
      )}
      <ContrastTable caption={`Contrast of the ${label.toLowerCase()}`} advice={advice} />
    </div>
  );
}

interface FromLogoProps {
  label: string;
  colors: readonly string[];
  chosen: string | null;
  onChoose: (color: string) => void;
}

function FromLogo({ label, colors, chosen, onChoose }: FromLogoProps) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="mr-1 text-muted text-sm">From your logo</span>
      {colors.map((color) => (
        <button
          key={color}
          type="button"
          aria-label={`${label}: ${color}`}
          aria-pressed={color === chosen}
          title={color}
          onClick={() => onChoose(color)}
          className="size-7 cursor-pointer rounded-full border border-edge aria-pressed:ring-2 aria-pressed:ring-accent aria-pressed:ring-offset-2 aria-pressed:ring-offset-raised disabled:cursor-not-allowed"
          style={{ backgroundColor: color }}
        />
      ))}
    </div>
  );
}
