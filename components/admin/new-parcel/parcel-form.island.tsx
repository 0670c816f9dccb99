"use client";

import { type SubmitEvent, useId, useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { TextArea } from "../ui/inputs.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";
import { useAction } from "../ui/use-action.island.tsx";
import { CarrierList, type CarrierOption } from "./carrier-input.tsx";
import type { CreatedLine } from "./created-parcels.tsx";
import { MOST_NUMBERS, readLines } from "./number-check.ts";
import { NumberLine } from "./number-line.tsx";
import { NO_ORDER, type OrderDraft, OrderPanel } from "./order-panel.tsx";
import { type CheckNumbers, type Mode, type Parcel, useChecks } from "./use-checks.island.tsx";

type Taken = { kind: "created" | "existing"; id: string; privateLink: string } | { kind: "left_out" };

export interface ParcelFormProps {
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
  onCreated: (created: { lines: CreatedLine[]; advice: string[] }) => void;
}

/** Where the server finds fault with what has a field of its own here. */
const PATHS = { externalId: "external_id", customerEmail: "customer_email" } as const;

/** Numbers that somebody types or pastes, a line each, with the carrier of each and the order of all. */
export function ParcelForm({ merchant, mode, carriers, check, create, onCreated }: ParcelFormProps) {
  const listId = useId();
  const [text, setText] = useState("");
  /** What was typed into the fields of carriers, by number. */
  const [carrierTexts, setCarrierTexts] = useState<Readonly<Record<string, string>>>({});
  const [order, setOrder] = useState<OrderDraft>(NO_ORDER);
  const [asked, setAsked] = useState<OrderDraft>(NO_ORDER);
  const { run, isBusy, answer, issueAt, problem } = useAction(create, merchant);

  const numbers = readLines(text);
  const isTooMany = numbers.length > MOST_NUMBERS;
  const nameOf = (slug: string) => carriers.find((carrier) => carrier.slug === slug)?.name ?? slug;
  const carrierOf = (number: string) => findCarrier(carriers, carrierTexts[number] ?? "");
  const isUnknown = (number: string) => (carrierTexts[number] ?? "").trim() !== "" && carrierOf(number) === null;
  const parcels = numbers.map((trackingNumber) => ({ trackingNumber, carrier: carrierOf(trackingNumber) }));
  const checks = useChecks({ merchant, mode, check, parcels: isTooMany ? [] : parcels });
  const isLeftOut = (number: string) => isUnknown(number) || (checks.get(number)?.kind ?? "ready") !== "ready";
  const leftOut = numbers.filter(isLeftOut).length;
  const strayIssue =
    answer?.kind === "invalid" ? answer.issues.find(({ path }) => !Object.values<string>(PATHS).includes(path))?.message : undefined;

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(order);
    const items = numbers.length === 1 ? order.items.map(({ title, quantity }) => ({ title, quantity: Number(quantity) })) : [];
    const given = await run({ mode, parcels, order: { ...order, items } });
    if (given.kind !== "done") return;
    const lines = numbers.map((number, index): CreatedLine => ({ number, ...(given.value.parcels[index] ?? { kind: "left_out" }) }));
    onCreated({ lines, advice: given.value.advice });
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid items-start gap-5 lg:grid-cols-[1fr_22rem]">
      <CarrierList id={listId} carriers={carriers} />
      <div className="grid min-w-0 gap-5">
        <Panel>
          <Field
            label="Tracking numbers"
            hint="One, or many: a line each. Spaces and dashes do not matter."
            error={isTooMany && `These are ${numbers.length}; add at most ${MOST_NUMBERS} at once. More go by an import.`}
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
        <OrderPanel
          order={order}
          parcelCount={numbers.length}
          onChange={setOrder}
          wrongAt={(field) => (asked[field] === order[field] ? issueAt(PATHS[field]) : undefined)}
        />
        {(problem ?? strayIssue) && (
          <Notice tone="bad" isLive>
            {problem ?? strayIssue}
          </Notice>
        )}
        <p role="status" className="text-muted text-sm empty:hidden">
          {leftOut === 1 && "One number will be left out as it is."}
          {leftOut > 1 && `${leftOut} numbers will be left out as they are.`}
        </p>
        <Button
          type="submit"
          variant="primary"
          icon="plus"
          isBusy={isBusy}
          disabled={numbers.length === 0 || isTooMany || leftOut === numbers.length}
        >
          {numbers.length - leftOut > 1 ? `Add ${numbers.length - leftOut} parcels` : "Add the parcel"}
        </Button>
      </div>
    </form>
  );
}

function findCarrier(carriers: readonly CarrierOption[], name: string): string | null {
  const wanted = name.trim().toLowerCase();
  return carriers.find((carrier) => carrier.name.toLowerCase() === wanted)?.slug ?? null;
}
