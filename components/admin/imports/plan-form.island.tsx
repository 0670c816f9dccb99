"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ActionAnswer, ConsoleAction } from "#lib/shared/action-answer.ts";
import { Button } from "../ui/button.tsx";
import { ConfirmAction } from "../ui/confirm-action.island.tsx";
import { Field } from "../ui/field.tsx";
import { SelectInput } from "../ui/inputs.tsx";
import { Notice } from "../ui/notice.tsx";
import { Panel } from "../ui/panel.tsx";
import { useAction } from "../ui/use-action.island.tsx";
import { countText, rowsText } from "./import-states.ts";
import { type Preview, PreviewTable } from "./preview-table.tsx";

type FieldName = "trackingNumber" | "carrier" | "orderNumber" | "customerEmail" | "orderedAt" | "itemTitle" | "itemSku" | "itemQuantity";

export interface PlanInput {
  columns: Record<FieldName, number | null>;
  carrier: string | null;
  dateOrder: "day_first" | "month_first";
}

interface PlanFormProps {
  merchant: string;
  id: string;
  rowCount: number;
  fields: readonly { name: FieldName; label: string }[];
  /** What the file calls its columns, and what stands in the first row. */
  columns: readonly { index: number; name: string; sample: string }[];
  carriers: readonly { slug: string; name: string }[];
  guess: PlanInput;
  /** Null for those who may only look. */
  actions: {
    preview: ConsoleAction<{ id: string; plan: PlanInput }, Preview>;
    start: ConsoleAction<{ id: string; plan: PlanInput }>;
    cancel: ConsoleAction<{ id: string; step: "cancel" }>;
  };
  canStart: boolean;
}

/** What is which column: guessed, to be corrected, and shown at once on the file's first rows. */
export function PlanForm(props: PlanFormProps) {
  const { merchant, id, rowCount, fields, columns, carriers, guess, actions, canStart } = props;
  const router = useRouter();
  const [plan, setPlan] = useState(guess);
  const preview = usePreview(props, plan);
  const { run, isBusy, problem } = useAction(actions.start, merchant);
  const issues = preview?.kind === "invalid" ? preview.issues : [];
  const issueAt = (path: string) => issues.find((issue) => issue.path === path)?.message;
  const setColumn = (field: FieldName, value: string) =>
    setPlan((now) => ({ ...now, columns: { ...now.columns, [field]: value === "" ? null : Number(value) } }));
  const start = async () => {
    const answer = await run({ id, plan });
    if (answer.kind === "done") router.refresh();
  };
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(18rem,24rem)_1fr]">
      <Panel title="What is in which column" description="We looked at the names and at what stands below them. Correct what is wrong.">
        <div className="grid gap-4">
          {fields.map(({ name, label }) => (
            <Field key={name} label={label} isOptional={name !== "trackingNumber"} error={issueAt(`plan.columns.${name}`)}>
              {(control) => (
                <SelectInput
                  {...control}
                  value={plan.columns[name] ?? ""}
                  disabled={!canStart}
                  onChange={(event) => setColumn(name, event.target.value)}
                >
                  <option value="">{NOT_THERE[name] ?? "Not in this file"}</option>
                  {columns.map(({ index, name: header, sample }) => (
                    <option key={index} value={index}>
                      {sample === "" ? header : `${header} (${sample})`}
                    </option>
                  ))}
                </SelectInput>
              )}
            </Field>
          ))}
          <Field label="Carrier where nothing tells it" hint="For rows that name none, with numbers that several carriers use." isOptional>
            {(control) => (
              <SelectInput
                {...control}
                value={plan.carrier ?? ""}
                disabled={!canStart}
                onChange={(event) => setPlan({ ...plan, carrier: event.target.value || null })}
              >
                <option value="">None: such rows are left to mend</option>
                {carriers.map(({ slug, name }) => (
                  <option key={slug} value={slug}>
                    {name}
                  </option>
                ))}
              </SelectInput>
            )}
          </Field>
          {plan.columns.orderedAt !== null && (
            <Field label="Dates like 03/04/2026 are">
              {(control) => (
                <SelectInput
                  {...control}
                  value={plan.dateOrder}
                  disabled={!canStart}
                  onChange={(event) => setPlan({ ...plan, dateOrder: event.target.value as PlanInput["dateOrder"] })}
                >
                  <option value="day_first">3 April: the day first</option>
                  <option value="month_first">4 March: the month first</option>
                </SelectInput>
              )}
            </Field>
          )}
        </div>
      </Panel>
      <div className="grid min-w-0 gap-4">
        <Panel title="The first rows, as they would go in" isFlush>
          <PreviewTable preview={preview?.kind === "done" ? preview.value : null} />
        </Panel>
        <Verdict preview={preview} rowCount={rowCount} />
        {problem && (
          <Notice tone="bad" isLive>
            {problem}
          </Notice>
        )}
        {canStart && (
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" icon="upload" isBusy={isBusy} disabled={preview?.kind === "invalid"} onClick={() => void start()}>
              {`Import ${rowsText(rowCount)}`}
            </Button>
            <ConfirmAction
              action={actions.cancel}
              merchant={merchant}
              input={{ id, step: "cancel" } as const}
              trigger={{ label: "Discard the file", variant: "quiet", icon: "trash" }}
              title="Discard this file?"
              body="Nothing of it has been taken in, and nothing of it is kept."
              confirmLabel="Discard the file"
              doneMessage="The file is discarded."
            />
          </div>
        )}
      </div>
    </div>
  );
}

const NOT_THERE: Partial<Record<FieldName, string>> = {
  trackingNumber: "Choose a column",
  carrier: "None: told by the number",
  itemQuantity: "None: one of each",
};

function Verdict({ preview, rowCount }: { preview: ActionAnswer<Preview> | null; rowCount: number }) {
  if (preview?.kind === "invalid") return <Notice tone="warn">{preview.issues[0]?.message}</Notice>;
  if (preview !== null && preview.kind !== "done") return <Notice tone="bad">{preview.message}</Notice>;
  const { failed, looked } = preview?.value ?? { failed: 0, looked: 0 };
  if (looked === 0) return null;
  if (failed === 0)
    return <Notice tone="good">{`We looked at ${rowsText(looked)} of ${countText(rowCount)}, and can read them all.`}</Notice>;
  return (
    <Notice tone="warn" title={`${countText(failed)} of the first ${rowsText(looked)} cannot be taken in as they are.`}>
      They would stay behind with the reason, to be mended and imported again.
    </Notice>
  );
}

const PAUSE_MS = 150;

/** Asks how the rows would be read, a moment after each change; the last answer asked for counts. */
function usePreview({ merchant, id, actions }: PlanFormProps, plan: PlanInput): ActionAnswer<Preview> | null {
  const [answer, setAnswer] = useState<ActionAnswer<Preview> | null>(null);
  const latest = useRef(0);
  const { preview } = actions;
  useEffect(() => {
    latest.current += 1;
    const mine = latest.current;
    const timer = setTimeout(async () => {
      const given = await preview(merchant, { id, plan }).catch(() => null);
      if (given && mine === latest.current) setAnswer(given);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [preview, merchant, id, plan]);
  return answer;
}
