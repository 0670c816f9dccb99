import { LinkButton } from "#components/admin/ui/button.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";

export default function Forbidden() {
  return (
    <EmptyState
      isScreen
      icon="shield"
      title="Your role does not open this"
      actions={<LinkButton href="/admin">To the work to do</LinkButton>}
    >
      An owner of the shop can change your role under Team.
    </EmptyState>
  );
}
