"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useTransition } from "react";

/** A form that asks with GET: a choice asks at once, and only what is asked for gets into the address. */
export function FilterForm({ action, children }: { action: string; children: ReactNode }) {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === "string" && value.trim() ? [[name, value.trim()]] : [],
    );
    const query = new URLSearchParams(said);
    startTransition(() => router.push(query.size === 0 ? action : `${action}?${query}`, { scroll: false }));
  };
  return (
    <search aria-busy={isBusy}>
      <form
        action={action}
        className="grid gap-4"
        onSubmit={submit}
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit();
        }}
      >
        {children}
      </form>
    </search>
  );
}
