import { useState } from "react";
import type { BrandChange } from "#lib/branding/diff-brands.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.island.tsx";
import { Field } from "../../ui/field.tsx";
import { TextInput } from "../../ui/inputs.tsx";
import { Notice } from "../../ui/notice.tsx";
import { IssueList } from "./bar/issue-menu.tsx";
import { Changes } from "./changes.tsx";

interface PublishDialogProps {
  changes: readonly BrandChange[];
  issues: readonly Issue[];
  isSaved: boolean;
  /** To the field at `path`, which is to be mended. */
  onGo: (path: string) => void;
  /** What went wrong, if it did. */
  onPublish: (note: string | null) => Promise<string | null>;
}

/** What shoppers would see change, and the button that makes it so. */
export function PublishDialog(props: PublishDialogProps) {
  const { changes, issues, onGo } = props;
  const description = issues.length > 0 ? "Not yet: some things have to be mended first." : sayCount(changes.length);
  return (
    <Dialog
      title="Publish"
      description={description}
      isWide={changes.length > 0 && issues.length === 0}
      trigger={{ label: "Publish…", variant: "primary", size: "small" }}
    >
      {(close) => {
        const goMend = (path: string) => {
          close();
          onGo(path);
        };
        return issues.length > 0 ? <IssueList issues={issues} onGo={goMend} /> : <Question {...props} close={close} />;
      }}
    </Dialog>
  );
}

function sayCount(count: number): string {
  if (count === 0) return "Your draft looks like what is published: there is nothing to publish.";
  return `${count === 1 ? "One thing changes" : `${count} things change`} for every shopper, from the next page on.`;
}

function Question({ changes, isSaved, onPublish, close }: PublishDialogProps & { close: () => void }) {
  const [note, setNote] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (changes.length === 0) {
    return (
      <div className="flex justify-end">
        <Button onClick={close}>Close</Button>
      </div>
    );
  }
  const publish = async () => {
    setIsBusy(true);
    const failure = await onPublish(note.trim() || null);
    setIsBusy(false);
    setProblem(failure);
    if (failure !== null) return;
    setNote("");
    close();
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSaved && !isBusy) void publish();
      }}
    >
      <Changes changes={changes} />
      <Field label="Note" hint="For the list of versions: why, or for what." isOptional>
        {(control) => <TextInput {...control} value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      {problem !== null && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {!isSaved && <p className="mr-auto text-muted text-sm">Your last change is still being saved.</p>}
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={isBusy} disabled={!isSaved}>
          Publish now
        </Button>
      </div>
    </form>
  );
}
