import { hrefInMode } from "#components/admin/overview/mode-tabs.tsx";
import { LinkButton } from "#components/admin/ui/button.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { isNarrowed, type ParcelsWish } from "#lib/view/console-parcels-address.ts";

interface NothingFoundProps {
  wish: ParcelsWish;
  mode: Mode;
  /** There is more to look through. */
  isUnfinished: boolean;
  isEditor: boolean;
}

/** Instead of the list: why it is empty, and what to do. */
export function NothingFound({ wish, mode, isUnfinished, isEditor }: NothingFoundProps) {
  if (isUnfinished) return <EmptyState icon="search" title="Nothing found so far" />;
  if (isNarrowed(wish)) {
    return (
      <EmptyState
        icon="search"
        title="No parcel like this"
        actions={<LinkButton href={hrefInMode("/admin/parcels", mode)}>Show all parcels</LinkButton>}
      >
        {wish.q === ""
          ? "Nothing fits all of what you chose: take some of it away."
          : "Numbers are found by their beginning, e-mail addresses by the whole of them."}
      </EmptyState>
    );
  }
  const addHref = hrefInMode("/admin/parcels/new", mode);
  const importHref = hrefInMode("/admin/imports", mode);
  return (
    <EmptyState
      icon="box"
      title={mode === "test" ? "No test parcels yet" : "No parcels yet"}
      actions={
        isEditor && (
          <>
            <LinkButton href={addHref} icon="plus">
              Add parcels
            </LinkButton>
            <LinkButton href={importHref} icon="upload">
              Import a file
            </LinkButton>
          </>
        )
      }
    >
      Parcels show up here by themselves once your shop registers them by the API, or a source tells of them.
    </EmptyState>
  );
}
