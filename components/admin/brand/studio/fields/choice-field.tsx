import { type ReactNode, useId } from "react";
import { useDesk } from "../desk.ts";
import { textAt } from "../draft.ts";
import { anchorOf } from "../reveal-field.ts";

interface ChoiceFieldProps<Value extends string> {
  path: string;
  label: string;
  choices: readonly { value: Value; face: ReactNode }[];
  className?: string;
}

/** One of a few, each drawn as what it stands for. */
export function ChoiceField<Value extends string>({ path, label, choices, className = "" }: ChoiceFieldProps<Value>) {
  const { draft, choose } = useDesk();
  const name = useId();
  const chosen = textAt(draft, path);
  return (
    <fieldset id={anchorOf(path)} className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 font-medium text-[0.9375rem]">{label}</legend>
      <div className={className}>
        {choices.map(({ value, face }) => (
          <label
            key={value}
            className="relative cursor-pointer rounded-control border border-edge bg-raised has-[:disabled]:cursor-not-allowed has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus has-[:focus-visible]:outline-offset-2 has-[:checked]:ring-1 has-[:checked]:ring-accent"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => choose(path, value)}
              className="absolute size-0 opacity-0"
            />
            {face}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
