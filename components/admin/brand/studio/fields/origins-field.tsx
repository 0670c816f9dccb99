import { useRef } from "react";
import { brandField } from "#lib/branding/brand-fields.ts";
import { MOST_EMBED_ORIGINS } from "#lib/branding/embed-origin.ts";
import { Button } from "../../../ui/button.tsx";
import { FieldError } from "../../../ui/field.tsx";
import { useDesk } from "../desk.ts";
import { listAt, textAt } from "../draft.ts";
import { anchorOf, revealField } from "../reveal-field.ts";
import { TypedField } from "./text-field.tsx";

const PATH = "embedOrigins";

/** Sites in no order of their own: each is there or not. */
export function OriginsField() {
  const { draft, choose, issueAt, announce, isReadOnly } = useDesk();
  const addButton = useRef<HTMLButtonElement>(null);
  const origins = listAt(draft, PATH);
  const issue = issueAt(PATH);
  const nameOf = (index: number) => textAt(draft, `${PATH}.${index}`) || `Site ${index + 1}`;
  const add = () => {
    choose(PATH, [...origins, ""]);
    requestAnimationFrame(() => revealField(`${PATH}.${origins.length}`));
  };
  const remove = (index: number) => {
    choose(PATH, origins.toSpliced(index, 1));
    addButton.current?.focus();
    announce(`${nameOf(index)} removed`);
  };
  return (
    <div id={anchorOf(PATH)} className="grid gap-3">
      {origins.length > 0 && (
        <ul aria-label={brandField(PATH).label} className="grid gap-2">
          {origins.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place; what stands in it comes from the draft.
            <li key={index} className="grid grid-cols-[1fr_auto] items-start gap-1.5 [&_label]:contents">
              <TypedField path={`${PATH}.${index}`} label={`Site ${index + 1}`} typed="url" example="https://shop.example" isLabelHidden />
              <Button
                variant="quiet"
                icon="trash"
                aria-label={`Remove ${nameOf(index)}`}
                disabled={isReadOnly}
                onClick={() => remove(index)}
              />
            </li>
          ))}
        </ul>
      )}
      {issue && <FieldError>{issue}</FieldError>}
      <Button
        ref={addButton}
        size="small"
        icon="plus"
        className="justify-self-start"
        disabled={origins.length >= MOST_EMBED_ORIGINS}
        onClick={add}
      >
        Add a site
      </Button>
    </div>
  );
}
