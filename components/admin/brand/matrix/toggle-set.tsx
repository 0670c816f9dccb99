import { Icon } from "../../ui/icon.tsx";

interface ToggleSetProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; words: string }[];
  chosen: readonly Value[];
  onToggle: (value: Value) => void;
}

/** Several of a few, on one line. */
export function ToggleSet<Value extends string>({ label, choices, chosen, onToggle }: ToggleSetProps<Value>) {
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{label}</legend>
      {choices.map(({ value, words }) => (
        <label
          key={value}
          className="relative inline-flex min-h-8 cursor-pointer items-center gap-1 rounded-full border border-line px-2.5 text-muted text-sm hover:text-ink has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:checked]:font-medium has-[:checked]:text-accent has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
        >
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={() => onToggle(value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {chosen.includes(value) && <Icon name="check" />}
          {words}
        </label>
      ))}
    </fieldset>
  );
}
