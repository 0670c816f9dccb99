import { Button } from "../ui/button.tsx";
import { TextInput } from "../ui/inputs.tsx";

export interface ItemLine {
  key: number;
  title: string;
  quantity: string;
}

interface ItemFieldsProps {
  items: readonly ItemLine[];
  onChange: (items: ItemLine[]) => void;
}

/** What is in the parcel, a line each. */
export function ItemFields({ items, onChange }: ItemFieldsProps) {
  const change = (key: number, changes: Partial<ItemLine>) =>
    onChange(items.map((item) => (item.key === key ? { ...item, ...changes } : item)));
  const nextKey = Math.max(0, ...items.map(({ key }) => key)) + 1;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-[0.9375rem]">
        Items<span className="font-normal text-muted"> (optional)</span>
      </legend>
      {items.map(({ key, title, quantity }, index) => (
        <div key={key} className="grid grid-cols-[4.5rem_1fr_auto] gap-2">
          <TextInput
            aria-label={`Quantity of item ${index + 1}`}
            inputMode="numeric"
            value={quantity}
            onChange={(event) => change(key, { quantity: event.target.value })}
          />
          <TextInput
            aria-label={`Name of item ${index + 1}`}
            placeholder="Linen shirt"
            maxLength={200}
            value={title}
            onChange={(event) => change(key, { title: event.target.value })}
          />
          <Button variant="quiet" icon="cross" onClick={() => onChange(items.filter((item) => item.key !== key))}>
            <span className="sr-only">{`Remove item ${index + 1}`}</span>
          </Button>
        </div>
      ))}
      <Button size="small" icon="plus" className="w-fit" onClick={() => onChange([...items, { key: nextKey, title: "", quantity: "1" }])}>
        {items.length === 0 ? "Say what is in it" : "Another item"}
      </Button>
    </fieldset>
  );
}
