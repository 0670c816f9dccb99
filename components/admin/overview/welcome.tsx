import { LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";

/** What a shop without a single parcel sees first. */
export function Welcome({ isOwner, sourcesHref }: { isOwner: boolean; sourcesHref: string }) {
  return (
    <EmptyState
      icon="truck"
      title="No parcels yet"
      actions={
        <>
          <LinkButton href={sourcesHref} variant="primary" icon="plug">
            {isOwner ? "Connect a source" : "See the sources"}
          </LinkButton>
          <LinkButton href="/admin/imports" icon="upload">
            Import a file
          </LinkButton>
          <LinkButton href="/admin/brand" icon="brush">
            Make the page yours
          </LinkButton>
        </>
      }
    >
      Once a source sends news, or you import tracking numbers, parcels that need somebody show up here: what happened, what to do, and
      since when.
    </EmptyState>
  );
}
