interface SegmentsProps<Key extends string> {
  label: string;
  choices: readonly { key: Key; label: string }[];
  chosen: Key;
  choose: (key: Key) => void;
}

/** One of a few, side by side. */
export function Segments<Key extends string>({ label, choices, chosen, choose }: SegmentsProps<Key>) {
  return (
    <fieldset className="-mx-1 flex max-w-full overflow-x-auto px-1 py-1">
      <legend className="sr-only">{label}</legend>
      <div className="flex w-max gap-1 rounded-control bg-sunken p-1">
        {choices.map(({ key, label: words }) => (
          <button
            key={key}
            type="button"
            aria-pressed={key === chosen}
            onClick={() => choose(key)}
            className="cursor-pointer whitespace-nowrap rounded-[0.35rem] px-3 py-1.5 font-medium text-muted text-sm hover:text-ink aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-raised"
          >
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
