import { useState } from "react";
import { languageLabel, STATUS_LABELS } from "#lib/branding/brand-labels.ts";
import { PLACEHOLDER_HINTS, WORDING_PLACEHOLDERS } from "#lib/branding/wording.ts";
import { STATUSES, type Status } from "#lib/tracking/status.ts";
import { Field } from "../../../ui/field.tsx";
import { SelectInput, TextInput } from "../../../ui/inputs.tsx";
import { useDesk } from "../desk.ts";
import { textAt, valueAt } from "../draft.ts";
import { anchorOf } from "../reveal-field.ts";
import type { LanguageChoice } from "./languages.tsx";

/** Our own sentences, by language and status. */
export type Sentences = Readonly<Record<string, Readonly<Record<Status, string>>>>;

export interface WordingProps {
  languages: readonly LanguageChoice[];
  sentences: Sentences;
  language: string;
  onLanguage: (tag: string) => void;
  /** Somebody is at the sentence of this status, in this language. */
  onSentence: (status: Status, lang: string) => void;
}

export function Wording({ languages, sentences, language, onLanguage, onSentence }: WordingProps) {
  const { draft } = useDesk();
  const written = Object.keys((valueAt(draft, "wording") ?? {}) as object);
  const unknown = [...new Set([...written, language])].filter((tag) => !languages.some((known) => known.tag === tag));
  const { dir = "ltr" } = languages.find(({ tag }) => tag === language) ?? {};
  return (
    <>
      <Field label="Language" hint="Where you leave a sentence empty, ours is shown.">
        {(control) => (
          <SelectInput {...control} value={language} onChange={(event) => onLanguage(event.target.value)}>
            {languages.map(({ tag, name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
            {unknown.map((tag) => (
              <option key={tag} value={tag}>
                {languageLabel(tag)}
              </option>
            ))}
          </SelectInput>
        )}
      </Field>
      <div className="grid gap-4">
        {STATUSES.map((status) => (
          <Sentence
            key={`${language}.${status}`}
            path={`wording.${language}.${status}`}
            status={status}
            ours={sentences[language]?.[status] ?? ""}
            lang={language}
            dir={dir}
            onFocus={() => onSentence(status, language)}
          />
        ))}
      </div>
      <PlaceholderKey />
    </>
  );
}

interface SentenceProps {
  path: string;
  status: Status;
  ours: string;
  lang: string;
  dir: "ltr" | "rtl";
  onFocus: () => void;
}

function Sentence({ path, status, ours, lang, dir, onFocus }: SentenceProps) {
  const { draft, type, issueAt, isReadOnly } = useDesk();
  const [isHere, setIsHere] = useState(false);
  const value = textAt(draft, path);
  const insert = (name: string) => type(path, `${value}${value === "" || value.endsWith(" ") ? "" : " "}{${name}}`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches whether the focus is inside.
    <div
      id={anchorOf(path)}
      className="grid gap-1.5"
      onFocus={() => {
        setIsHere(true);
        onFocus();
      }}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setIsHere(false)}
    >
      <Field label={STATUS_LABELS[status]} error={issueAt(path)}>
        {(control) => (
          <TextInput
            {...control}
            value={value}
            lang={lang}
            dir={dir}
            placeholder={ours}
            autoComplete="off"
            onChange={(event) => type(path, event.target.value === "" ? undefined : event.target.value)}
          />
        )}
      </Field>
      {isHere && !isReadOnly && (
        <p className="flex flex-wrap items-center gap-1.5 text-muted text-sm">
          Fill in
          {WORDING_PLACEHOLDERS[status].map((name) => (
            <button
              key={name}
              type="button"
              title={PLACEHOLDER_HINTS[name]}
              onClick={() => insert(name)}
              className="cursor-pointer rounded-[0.3rem] bg-sunken px-1.5 py-0.5 font-mono text-[0.8125rem] text-ink hover:bg-accent-soft"
            >
              {`{${name}}`}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

function PlaceholderKey() {
  return (
    <div className="grid gap-1 rounded-control bg-sunken px-3 py-2 text-sm">
      <p className="font-medium">What a sentence may leave to us</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        {Object.entries(PLACEHOLDER_HINTS).map(([name, hint]) => (
          <div key={name} className="contents">
            <dt className="font-mono text-[0.8125rem]">{`{${name}}`}</dt>
            <dd className="text-muted">{hint}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">Where a value is not known of a parcel, its page says our own sentence.</p>
    </div>
  );
}
