"use client";

import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";

/** Why the demo let a visitor in no further, by the word in the address. */
const PROBLEMS: ReadonlyMap<string | null, string> = new Map([
  ["often", "Five shops an hour are enough for one network. Go on with one you have, or come back later."],
  ["full", "All the demo's shops are taken just now. Some end every hour; please come back later."],
  ["failed", "Your shop could not be made. Please try again."],
]);

/** The way into the demo without an account: a form that works without script, too. */
export function VisitorEntry() {
  const problem = PROBLEMS.get(useSearchParams().get("visitor"));
  const [isBusy, setBusy] = useState(false);
  return (
    <form
      method="post"
      action="/admin/try"
      className="grid gap-3 rounded-panel border border-line bg-raised p-4"
      onSubmit={() => setBusy(true)}
    >
      <p>
        <strong className="font-medium">Just looking?</strong> Take a shop of your own for a day, with parcels in every status. No account.
      </p>
      {problem && (
        <Notice tone="warn" isLive>
          {problem}
        </Notice>
      )}
      <Button type="submit" icon="arrow" isBusy={isBusy} className="w-full">
        Try the console
      </Button>
    </form>
  );
}
