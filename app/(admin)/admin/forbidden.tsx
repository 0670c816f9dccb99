import { LinkButton } from "#components/admin/ui/button.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";

export default function Forbidden() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        isScreen
        icon="shield"
        title="Your role does not open this"
        actions={<LinkButton href="/admin">To the console</LinkButton>}
      >
        An owner of the shop can give you another role, or an invitation, under Team.
      </EmptyState>
    </main>
  );
}
