"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Field } from "../ui/field.tsx";
import { SelectInput } from "../ui/inputs.tsx";

interface MerchantSwitchProps {
  current: string;
  shops: readonly { slug: string; name: string }[];
  open: ConsoleAction<Record<string, never>>;
}

/** Opens the console of another shop of the same person's. */
export function MerchantSwitch({ current, shops, open }: MerchantSwitchProps) {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const change = (slug: string) =>
    startTransition(async () => {
      const answer = await open(slug, {});
      if (answer.kind !== "done") return;
      router.push("/admin");
      router.refresh();
    });
  return (
    <Field label={<span className="sr-only">Shop</span>}>
      {(control) => (
        <SelectInput {...control} value={current} disabled={isBusy} onChange={(event) => change(event.target.value)}>
          {shops.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectInput>
      )}
    </Field>
  );
}
