import { Field } from "../ui/field.tsx";
import { EmailInput, TextInput } from "../ui/inputs.tsx";
import { Panel } from "../ui/panel.tsx";
import { ItemFields, type ItemLine } from "./item-fields.tsx";

export interface OrderDraft {
  externalId: string;
  customerEmail: string;
  items: readonly ItemLine[];
}

export const NO_ORDER: OrderDraft = { externalId: "", customerEmail: "", items: [] };

interface OrderPanelProps {
  order: OrderDraft;
  parcelCount: number;
  onChange: (order: OrderDraft) => void;
  /** What is wrong with a field, as long as it stands as it was. */
  wrongAt: (field: "externalId" | "customerEmail") => string | undefined;
}

/** The order that the parcels belong to; all of it may be left out. */
export function OrderPanel({ order, parcelCount, onChange, wrongAt }: OrderPanelProps) {
  return (
    <Panel title="The order" description="Optional. Shown on the private page, never on the public one.">
      <div className="grid gap-4">
        <Field label="Order number" isOptional error={wrongAt("externalId")}>
          {(control) => (
            <TextInput
              {...control}
              value={order.externalId}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => onChange({ ...order, externalId: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Shopper’s e-mail"
          hint="To find their parcels by it, and to erase them. It is kept encrypted."
          isOptional
          error={wrongAt("customerEmail")}
        >
          {(control) => (
            <EmailInput
              {...control}
              value={order.customerEmail}
              onChange={(event) => onChange({ ...order, customerEmail: event.target.value })}
            />
          )}
        </Field>
        {parcelCount <= 1 ? (
          <ItemFields items={order.items} onChange={(items) => onChange({ ...order, items })} />
        ) : (
          <p className="text-muted text-sm">All of these parcels go into this order.</p>
        )}
      </div>
    </Panel>
  );
}
