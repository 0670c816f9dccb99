import { TextInput } from "../ui/inputs.tsx";

export interface CarrierOption {
  slug: string;
  name: string;
}

/** The list that every carrier's input of a page searches. */
export function CarrierList({ id, carriers }: { id: string; carriers: readonly CarrierOption[] }) {
  return (
    <datalist id={id}>
      {carriers.map(({ slug, name }) => (
        <option key={slug} value={name} />
      ))}
    </datalist>
  );
}

interface CarrierInputProps {
  label: string;
  listId: string;
  value: string;
  placeholder: string;
  isWrong: boolean;
  onChange: (text: string) => void;
}

/** A carrier by its name, found while it is typed. */
export function CarrierInput({ label, listId, value, placeholder, isWrong, onChange }: CarrierInputProps) {
  return (
    <TextInput
      className="self-start"
      aria-label={label}
      aria-invalid={isWrong || undefined}
      list={listId}
      value={value}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
