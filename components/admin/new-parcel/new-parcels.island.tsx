"use client";

import { type SubmitEvent, useId, useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { TextArea, TextInput } from "../ui/inputs.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";
import { useAction } from "../ui/use-action.island.tsx";
import { CarrierList, type CarrierOption } from "./carrier-input.tsx";
import { type CreatedLine, CreatedParcels } from "./created-parcels.tsx";
import { ItemFields, type ItemLine } from "./item-fields.tsx";
import { MOST_NUMBERS, readLines } from "./number-check.ts";
import { NumberLine } from "./number-line.tsx";
import { type CheckNumbers, type Mode, type Parcel, useChecks } from "./use-checks.island.tsx";

type Taken = { kind: "created" | "existing"; id: string; privateLink: string } | { kind: "left_out" };

interface NewParcelsProps {
  merchant: string;
  mode: Mode;
  carriers: readonly CarrierOption[];
  check: CheckNumbers;
  create: ConsoleAction<
    {
      mode: Mode;
      parcels: Parcel[];
      order: { externalId: string; customerEmail: string; items: { title: string; quantity: number }[] };
    },
    { advice: string[]; parcels: Taken[] }
  >;
}

/** What has a field of its own to be wrong at. */
const FIELDS = ["parcels", "external_id", "customer_email"];

/** Adds the parcels whose numbers somebody types or pastes, a line each. */
export function NewParcels({ merchant, mode, carriers, check, create }: NewParcelsProps) {
  const listId = useId();
  const [text, setText] = useState("");
  /** What was typed into the fields of carriers, by number. */
  const [carrierTexts, setCarrierTexts] = useState<Readonly<Record<string, string>>>({});
  const [orderNumber, setOrderNumber] = useState("");
  const [email, setEmail] = useState("");
  const [items, setItems] = useState<ItemLine[]>([]);
  const [created, setCreated] = useState<{ lines: CreatedLine[]; advice: string[] } | null>(null);
  const { run, isBusy, answer, issueAt, problem } = useAction(create, merchant);
  const strayIssue = answer?.kind === "invalid" ? answer.issues.find(({ path }) => !FIELDS.includes(path))?.message : undefined;

  const numbers = readLines(text);
  const isTooMany = numbers.length > MOST_NUMBERS;
  const slugOf = (name: string) => carriers.find((carrier) => carrier.name.toLowerCase() === name.trim().toLowerCase())?.slug ?? null;
  const nameOf = (slug: string) => carriers.find((carrier) => carrier.slug === slug)?.name ?? slug;
  const carrierOf = (number: string) => slugOf(carrierTexts[number] ?? "");
  const isUnknown = (number: string) => (carrierTexts[number] ?? "").trim() !== "" && carrierOf(number) === null;
  const parcels = numbers.map((trackingNumber) => ({ trackingNumber, carrier: carrierOf(trackingNumber) }));
  const checks = useChecks({ merchant, mode, check, parcels: isTooMany ? [] : parcels });
  const isOpen = (number: string) =>
    isUnknown(number) || checks.get(number)?.kind === "carrier_needed" || checks.get(number)?.kind === "malformed";
  const openCount = numbers.filter(isOpen).length;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const told = numbers.length === 1 ? items.map(({ title, quantity }) => ({ title, quantity: Number(quantity) })) : [];
    const answer = await run({ mode, parcels, order: { externalId: orderNumber, customerEmail: email, items: told } });
    if (answer.kind !== "done") return;
    const { advice, parcels: taken } = answer.value;
    setCreated({ advice, lines: numbers.map((number, index) => ({ number, ...(taken[index] ?? { kind: "left_out" }) })) });
  };
  const startAnew = () => {
    setText("");
    setCarrierTexts({});
    setOrderNumber("");
    setEmail("");
    setItems([]);
    setCreated(null);
  };
  if (created) return <CreatedParcels {...created} onMore={startAnew} />;

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
      <CarrierList id={listId} carriers={carriers} />
      <div className="grid min-w-0 gap-5">
        <Panel>
          <Field
            label="Tracking numbers"
            hint="One, or many: a line each. Spaces and dashes do not matter."
            error={
              isTooMany ? `These are ${numbers.length}; add at most ${MOST_NUMBERS} at once. More go by an import.` : issueAt("parcels")
            }
          >
            {(control) => (
              <TextArea
                {...control}
                rows={Math.min(8, Math.max(3, text.split("\n").length))}
                className="font-mono"
                value={text}
                autoComplete="off"
                spellCheck={false}
                autoCapitalize="characters"
                placeholder={mode === "test" ? "EZ2000000002" : "9405 5118 9922 3197 4284 90"}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        </Panel>
        {numbers.length > 0 && !isTooMany && (
          <Panel title={numbers.length === 1 ? "What it looks like" : `${numbers.length} numbers`} isFlush>
            <ul className="divide-y divide-line">
              {numbers.map((number) => (
                <NumberLine
                  key={number}
                  number={number}
                  check={checks.get(number) ?? null}
                  carrierText={carrierTexts[number] ?? ""}
                  isCarrierUnknown={isUnknown(number)}
                  nameOf={nameOf}
                  listId={listId}
                  onCarrier={(name) => setCarrierTexts((now) => ({ ...now, [number]: name }))}
                />
              ))}
            </ul>
          </Panel>
        )}
      </div>
      <div className="grid gap-4">
        <Panel title="The order" description="Optional. Shown on the private page, never on the public one.">
          <div className="grid gap-4">
            <Field label="Order number" isOptional error={issueAt("external_id")}>
              {(control) => (
                <TextInput {...control} value={orderNumber} maxLength={200} onChange={(event) => setOrderNumber(event.target.value)} />
              )}
            </Field>
            <Field
              label="Shopper’s e-mail"
              hint="To find their parcels by it, and to erase them. It is kept encrypted."
              isOptional
              error={issueAt("customer_email")}
            >
              {(control) => (
                <TextInput {...control} type="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
              )}
            </Field>
            {numbers.length <= 1 && <ItemFields items={items} onChange={setItems} />}
            {numbers.length > 1 && <p className="text-muted text-sm">All of these parcels go into this order.</p>}
          </div>
        </Panel>
        {(problem ?? strayIssue) && (
          <Notice tone="bad" isLive>
            {problem ?? strayIssue}
          </Notice>
        )}
        {openCount > 0 && (
          <p role="status" className="text-muted text-sm">
            {`${openCount === 1 ? "One number" : `${openCount} numbers`} will be left out as ${openCount === 1 ? "it is" : "they are"}.`}
          </p>
        )}
        <Button
          type="submit"
          variant="primary"
          icon="plus"
          isBusy={isBusy}
          disabled={numbers.length === 0 || isTooMany || openCount === numbers.length}
        >
          {numbers.length - openCount > 1 ? `Add ${numbers.length - openCount} parcels` : "Add the parcel"}
        </Button>
      </div>
    </form>
  );
}
