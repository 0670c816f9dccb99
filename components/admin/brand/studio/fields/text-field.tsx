import { type HTMLInputTypeAttribute, useState } from "react";
import { type BrandField, type BrandFieldPath, brandField } from "#lib/branding/brand-fields.ts";
import { Field } from "../../../ui/field.tsx";
import { TextArea, TextInput } from "../../../ui/inputs.tsx";
import { useDesk } from "../desk.ts";
import { textAt } from "../draft.ts";
import { anchorOf } from "../reveal-field.ts";

type Typed = NonNullable<BrandField["typed"]>;

/** Browsers offer what they know of oneself; a shop's data is another matter. */
const INPUTS: Readonly<Record<Exclude<Typed, "paragraph">, { type: HTMLInputTypeAttribute; inputMode?: "url" | "email" | "tel" }>> = {
  line: { type: "text" },
  url: { type: "text", inputMode: "url" },
  email: { type: "text", inputMode: "email" },
  phone: { type: "tel" },
  date: { type: "date" },
};

/** A field of the table that is typed. */
export function TextField({ path }: { path: BrandFieldPath }) {
  const { label, hint, typed = "line", example, empty } = brandField(path);
  return <TypedField path={path} label={label} hint={hint} typed={typed} example={example} empty={empty} />;
}

interface TypedFieldProps {
  path: string;
  label: string;
  typed: Typed;
  hint?: string | undefined;
  example?: string | undefined;
  empty?: null | "" | undefined;
  /** Where what stands around it says what it is; still read aloud. */
  isLabelHidden?: boolean;
}

export function TypedField({ path, label, typed, hint, example, empty, isLabelHidden = false }: TypedFieldProps) {
  const desk = useDesk();
  const [wasLeft, setWasLeft] = useState(false);
  const value = textAt(desk.draft, path);
  const isShown = value !== "" || wasLeft || desk.showsAllIssues;
  const type = (text: string) => desk.type(path, text === "" && empty !== undefined ? empty : text);
  return (
    <div id={anchorOf(path)}>
      <Field
        label={isLabelHidden ? <span className="sr-only">{label}</span> : label}
        hint={hint}
        error={isShown ? desk.issueAt(path) : undefined}
      >
        {(control) => {
          const shared = {
            ...control,
            value,
            placeholder: example,
            autoComplete: "off",
            onBlur: () => setWasLeft(true),
            onChange: (event: { target: { value: string } }) => type(event.target.value),
          };
          if (typed === "paragraph") return <TextArea {...shared} rows={3} />;
          return <TextInput {...shared} {...INPUTS[typed]} />;
        }}
      </Field>
    </div>
  );
}
