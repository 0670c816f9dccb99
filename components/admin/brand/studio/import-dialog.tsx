import { useState } from "react";
import type { Brand } from "#lib/branding/brand.ts";
import { brandLabel } from "#lib/branding/brand-labels.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { Button, type ButtonLook } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.island.tsx";
import { Field } from "../../ui/field.tsx";
import { FileDrop } from "../../ui/file-drop.island.tsx";
import { TextArea } from "../../ui/inputs.tsx";
import { Notice } from "../../ui/notice.tsx";
import { problemOf, useAction } from "../../ui/use-action.island.tsx";
import { Changes } from "./changes.tsx";
import type { ImportBrand, ReadBrandFile } from "./studio-actions.ts";

interface ImportDialogProps {
  merchant: string;
  trigger: ButtonLook & { label: string; isDisabled?: boolean };
  readBrandFile: ReadBrandFile;
  importBrand: ImportBrand;
  onImported: (imported: { revision: number; brand: Brand }) => void;
}

/** A brand from a file: first what it would change, then, if wanted, into the draft. */
export function ImportDialog({ trigger, ...props }: ImportDialogProps) {
  return (
    <Dialog
      title="Import a brand"
      description="A file exported from here or from another shop. It goes into your draft; shoppers see it once you publish."
      isWide
      trigger={trigger}
    >
      {(close) => <Steps {...props} close={close} />}
    </Dialog>
  );
}

function Steps({ merchant, readBrandFile, importBrand, onImported, close }: Omit<ImportDialogProps, "trigger"> & { close: () => void }) {
  const [text, setText] = useState("");
  const reading = useAction(readBrandFile, merchant);
  const importing = useAction(importBrand, merchant);
  const read = (file: string) => {
    setText(file);
    if (file.trim() !== "") void reading.run({ text: file });
  };
  const apply = async () => {
    const answer = await importing.run({ text });
    if (answer.kind !== "done") return;
    onImported(answer.value);
    setText("");
    close();
  };
  const seen = reading.answer?.kind === "done" && text.trim() !== "" ? reading.answer.value : null;
  const problem = problemOf(reading.answer?.kind === "invalid" ? null : reading.answer) ?? problemOf(importing.answer);
  return (
    <div className="grid gap-4">
      <FileDrop
        accept=".json,application/json"
        label="Drop the file here, or choose it"
        hint="JSON, with its pictures inside."
        onFile={(file) => void file.text().then(read)}
      />
      <Field label="Or paste what is in it" isOptional>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            spellCheck={false}
            value={text}
            onChange={(event) => read(event.target.value)}
            className="font-mono text-sm!"
          />
        )}
      </Field>
      {reading.answer?.kind === "invalid" && text.trim() !== "" && <Faults issues={reading.answer.issues} />}
      {problem !== null && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      {seen !== null && (
        <div className="grid gap-2" role="status">
          <p className="font-medium">
            {seen.changes.length === 0
              ? "It is your draft, word for word."
              : `It changes ${seen.changes.length === 1 ? "one thing" : `${seen.changes.length} things`} in your draft:`}
            {seen.imageCount > 0 && ` ${seen.imageCount === 1 ? "One picture comes" : `${seen.imageCount} pictures come`} along.`}
          </p>
          {seen.changes.length > 0 && <Changes changes={seen.changes} />}
        </div>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button
          variant="primary"
          disabled={seen === null || seen.changes.length === 0}
          isBusy={importing.isBusy || reading.isBusy}
          onClick={() => void apply()}
        >
          Put it into my draft
        </Button>
      </div>
    </div>
  );
}

/** What is wrong with the file, and where in it. */
function Faults({ issues }: { issues: readonly Issue[] }) {
  return (
    <Notice
      tone="bad"
      isLive
      title={issues.length === 1 ? "This file cannot be read" : `This file cannot be read: ${issues.length} faults`}
    >
      <ul className="mt-1 grid gap-1 text-sm">
        {issues.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path !== "" && (
              <>
                <code className="font-mono">{path}</code>
                {nameInFile(path)}:{" "}
              </>
            )}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function nameInFile(path: string): string {
  const inBrand = path.replace(/^brand\./, "");
  const label = brandLabel(inBrand);
  return label === inBrand ? "" : ` (${label})`;
}
