import { LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { MailPreview } from "./mail-preview.island.tsx";
import { type SnippetForm, SnippetForms } from "./snippet-forms.island.tsx";

interface ParcelSnippetsProps {
  /** Null for who may not hand the private link out. */
  forms: readonly SnippetForm[] | null;
  preview: Readonly<Record<"on" | "off", string>>;
}

/** One parcel, for a mail to whoever gets it. */
export function ParcelSnippetsPanel({ forms, preview }: ParcelSnippetsProps) {
  return (
    <div className="grid gap-4">
      <Panel
        title="Put it into a mail"
        description="For a mail to the recipient: everything but the picture leads to their private page."
        actions={
          <LinkButton href="/admin/snippets" size="small">
            For every parcel
          </LinkButton>
        }
      >
        {forms === null ? (
          <EmptyState icon="link" title="It holds the private link">
            Editors and owners of this shop can take it from here.
          </EmptyState>
        ) : (
          <SnippetForms forms={forms} />
        )}
      </Panel>
      <MailPreview html={preview} />
    </div>
  );
}
