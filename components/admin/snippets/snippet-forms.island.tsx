"use client";

import { useState } from "react";
import { CopyButton } from "../ui/copy-button.island.tsx";
import { Segmented } from "../ui/segmented.tsx";

export interface SnippetForm {
  key: string;
  label: string;
  /** In a sentence. */
  name: string;
  /** Where it belongs. */
  hint: string;
  code: string;
}

/** What is pasted, in the form that is wanted. */
export function SnippetForms({ forms }: { forms: readonly SnippetForm[] }) {
  const [chosen, choose] = useState(forms[0]?.key ?? "");
  const form = forms.find(({ key }) => key === chosen) ?? forms[0];
  if (!form) return null;
  return (
    <div className="grid min-w-0 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Segmented
          label="Form"
          value={form.key}
          choices={forms.map(({ key, label }) => ({ value: key, words: label }))}
          onChange={choose}
        />
        <CopyButton key={form.code} text={form.code} label={`Copy the ${form.name}`} variant="primary" />
      </div>
      <p className="max-w-prose text-muted text-sm">{form.hint}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre tabIndex={0} className={CODE}>
        {form.code}
      </pre>
    </div>
  );
}

const CODE =
  "max-h-80 overflow-auto whitespace-pre-wrap rounded-control bg-sunken p-3 font-mono text-[0.8125rem] leading-relaxed [overflow-wrap:anywhere]";
