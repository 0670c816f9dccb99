"use client";

import { Button } from "#components/admin/ui/button.tsx";
import { EmptyState } from "#components/admin/ui/empty-state.tsx";

/** What broke is in the log; the person only needs to know that it was us, and that trying again may help. */
export default function ConsoleError({ reset }: { reset: () => void }) {
  return (
    <EmptyState isScreen icon="alert" title="Something went wrong on our side" actions={<Button onClick={reset}>Try again</Button>}>
      Nothing you did is lost. If it happens again, tell whoever runs this server when it was.
    </EmptyState>
  );
}
