import { LinkButton } from "../../../ui/button.tsx";
import { ConfirmAction } from "../../../ui/confirm-action.island.tsx";
import type { Draft } from "../draft.ts";
import { ImportDialog } from "../import-dialog.tsx";
import type { StudioActions } from "../studio-actions.ts";
import type { Published } from "../studio-state.ts";
import { SHORTCUTS } from "../use-shortcuts.ts";
import { Menu } from "./menu.tsx";

interface StudioMenuProps {
  merchant: string;
  actions: Pick<StudioActions, "readBrandFile" | "importBrand" | "discardDraft">;
  isReadOnly: boolean;
  published: Published;
  /** Whether there is anything to discard. */
  hasDraft: boolean;
  onSettled: (draft: Draft, revision: number) => void;
}

/** Buttons as wide as the panel, and as quiet as its words. */
const ROWS = "grid [&>.button]:justify-start [&>.button]:font-normal [&>.button]:text-ink";
const ROW = { variant: "quiet", size: "small" } as const;

/** What is needed now and then. */
export function StudioMenu({ merchant, actions, isReadOnly, published, hasDraft, onSettled }: StudioMenuProps) {
  const fileOf = (which: "draft" | "published") => `/admin/brand-file?merchant=${encodeURIComponent(merchant)}&of=${which}`;
  return (
    <Menu label="More" icon="menu">
      {(close) => (
        <div className="grid gap-2">
          <div className={ROWS}>
            <LinkButton {...ROW} href="/admin/brand/versions" icon="clock">
              Versions
            </LinkButton>
            <LinkButton {...ROW} href="/admin/brand/matrix" icon="grid">
              Every status at a glance
            </LinkButton>
          </div>
          <div className={`border-line border-t pt-2 ${ROWS}`}>
            <LinkButton {...ROW} href={fileOf("draft")} icon="download" isPlain download>
              Export the draft
            </LinkButton>
            <LinkButton {...ROW} href={fileOf("published")} icon="download" isPlain download>
              Export what is published
            </LinkButton>
            {!isReadOnly && (
              <>
                <ImportDialog
                  merchant={merchant}
                  trigger={{ ...ROW, label: "Import a file…", icon: "upload" }}
                  readBrandFile={actions.readBrandFile}
                  importBrand={actions.importBrand}
                  onImported={({ brand, revision }) => {
                    onSettled(brand, revision);
                    close();
                  }}
                />
                <ConfirmAction
                  action={actions.discardDraft}
                  merchant={merchant}
                  input={{}}
                  trigger={{ ...ROW, label: "Discard the draft…", icon: "trash", isDisabled: !hasDraft }}
                  title="Discard the draft?"
                  body={`The studio goes back to version ${published.version}, as shoppers see it. Undo brings your draft back as long as you stay on this page.`}
                  confirmLabel="Discard"
                  doneMessage="The draft is discarded; undo brings it back."
                  onDone={({ revision }) => {
                    onSettled(published.brand, revision);
                    close();
                  }}
                />
              </>
            )}
          </div>
          <Shortcuts />
        </div>
      )}
    </Menu>
  );
}

function Shortcuts() {
  return (
    <div className="border-line border-t px-3 pt-2 pb-1 text-sm">
      <h2 className="pb-1 font-normal text-muted text-sm tracking-normal">Keys (⌘ on a Mac)</h2>
      <dl className="grid grid-cols-[1fr_auto] gap-y-1">
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={does} className="contents">
            <dt>{does}</dt>
            <dd className="flex justify-end gap-1">
              {keys.map((key) => (
                <kbd key={key} className="rounded-[0.3rem] border border-line bg-sunken px-1.5 font-sans text-xs leading-5">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
