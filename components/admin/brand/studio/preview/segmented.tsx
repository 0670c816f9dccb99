import { useId } from "react";

interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly { value: Value; words: string }[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  /** Why there is nothing to choose. */
  reason?: string | undefined;
}

/** A choice between two or three that stands on one line. */
export function Segmented<Value extends string>({ label, value, choices, onChange, isDisabled = false, reason }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset disabled={isDisabled} title={reason} className="flex rounded-control bg-sunken p-0.5 disabled:opacity-60">
      <legend className="sr-only">
        {label}
        {reason && `: ${reason}`}
      </legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="relative grid min-h-8 cursor-pointer place-items-center rounded-[0.4rem] px-2 font-medium text-[0.8125rem] text-muted @xl:px-2.5 @xl:text-sm hover:text-ink has-[:checked]:bg-raised has-[:checked]:text-ink has-[:checked]:shadow-[0_0_0_1px_var(--line)] has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
        >
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="absolute size-0 opacity-0"
          />
          {choice.words}
        </label>
      ))}
    </fieldset>
  );
}
