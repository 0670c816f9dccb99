import { LinkButton } from "#components/admin/ui/button.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";

export default function NotFound() {
  return (
    <EmptyState isScreen icon="search" title="There is nothing here" actions={<LinkButton href="/admin">To the work to do</LinkButton>}>
      It may have been deleted, or belong to another shop.
    </EmptyState>
  );
}
