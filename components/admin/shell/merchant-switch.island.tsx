"use client";

import { useRouter } from "next/navigation";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Field } from "../ui/field.tsx";
import { SelectInput } from "../ui/inputs.tsx";
import { useAction } from "../ui/use-action.island.tsx";

export interface ShopChoice {
  slug: string;
  name: string;
}

/** Opens the console of another shop of the same person's. */
export function MerchantSwitch({
  current,
  shops,
  open,
}: {
  current: string;
  shops: readonly ShopChoice[];
  open: ConsoleAction<Record<string, never>>;
}) {
  const router = useRouter();
  const change = async (slug: string) => {
    const answer = await open(slug, {});
    if (answer.kind === "done") router.push("/admin");
  };
  const { isBusy } = useAction(open, current);
  return (
    <Field label={<span className="sr-only">Shop</span>}>
      {(control) => (
        <SelectInput {...control} value={current} disabled={isBusy} onChange={(event) => void change(event.target.value)}>
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
