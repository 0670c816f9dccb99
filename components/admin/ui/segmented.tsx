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

/** A choice between a few that stands on one line. */
export function Segmented<Value extends string>({ label, value, choices, onChange, isDisabled = false, reason }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset
      disabled={isDisabled}
      title={reason}
      className="flex min-w-0 max-w-full overflow-x-auto rounded-control bg-sunken p-0.5 disabled:opacity-60"
    >
      <legend className="sr-only">
        {label}
        {reason && `: ${reason}`}
      </legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="relative grid min-h-8 flex-none cursor-pointer place-items-center whitespace-nowrap rounded-[0.4rem] px-2 font-medium text-[0.8125rem] text-muted @xl:px-2.5 @xl:text-sm hover:text-ink has-[:checked]:bg-raised has-[:checked]:text-ink has-[:checked]:shadow-[inset_0_0_0_1px_var(--line)] has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus has-[:focus-visible]:-outline-offset-2 pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {choice.words}
        </label>
      ))}
    </fieldset>
  );
}
