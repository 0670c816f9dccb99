import type { ReactNode } from "react";
import { LinkButton } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.island.tsx";

interface LinksRowProps {
  publicLink: string;
  /** Null for who may not hand it out. */
  privateLink: string | null;
  /** What gives it another one. */
  renew?: ReactNode;
}

/** The addresses of the parcel's pages, to be put into mails. */
export function LinksRow({ publicLink, privateLink, renew }: LinksRowProps) {
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2 border-line border-t pt-4">
      {privateLink !== null && <CopyButton text={privateLink} label="Copy private link" />}
      <CopyButton text={publicLink} label="Copy public link" />
      {privateLink !== null && (
        <LinkButton href={privateLink} isPlain size="small" icon="external" target="_blank" rel="noreferrer">
          Open the page
        </LinkButton>
      )}
      {renew}
    </div>
  );
}
