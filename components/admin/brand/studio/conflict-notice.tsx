import { diffBrands } from "#lib/branding/diff-brands.ts";
import { readStoredBrand } from "#lib/branding/read-stored-brand.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Changes } from "./changes.tsx";
import type { Draft } from "./draft.ts";
import type { OthersDraft } from "./studio-state.ts";

interface ConflictNoticeProps {
  mine: Draft;
  theirs: OthersDraft;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two people, one draft: which one stays is for a person to say, having seen how they differ. */
export function ConflictNotice({ mine, theirs, onKeepMine, onTakeTheirs }: ConflictNoticeProps) {
  const changes = diffBrands(readStoredBrand(theirs.draft), readStoredBrand(mine));
  return (
    <Notice
      tone="warn"
      isLive
      title={`${theirs.updatedBy ?? "Somebody else"} saved this draft meanwhile`}
      actions={
        <>
          <Button size="small" onClick={onTakeTheirs}>
            Take theirs
          </Button>
          <Button size="small" variant="primary" onClick={onKeepMine}>
            Keep mine
          </Button>
        </>
      }
    >
      <p className="text-sm">Nothing of yours is lost, and nothing more is saved until you choose. Undo brings yours back.</p>
      {changes.length > 0 && (
        <details className="mt-2">
          <summary className="cursor-pointer text-sm">What differs: theirs before, yours after ({changes.length})</summary>
          <div className="mt-2 bg-raised">
            <Changes changes={changes} />
          </div>
        </details>
      )}
    </Notice>
  );
}
