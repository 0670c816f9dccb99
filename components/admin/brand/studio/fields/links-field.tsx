import { useRef } from "react";
import type { BrandFieldPath } from "#lib/branding/brand-fields.ts";
import { brandField } from "#lib/branding/brand-fields.ts";
import { Button } from "../../../ui/button.tsx";
import { FieldError } from "../../../ui/field.tsx";
import { useDesk } from "../desk.ts";
import { listAt, moved, textAt } from "../draft.ts";
import { anchorOf, revealField } from "../reveal-field.ts";
import { SortableRows } from "./sortable-rows.tsx";
import { TypedField } from "./text-field.tsx";

type LinksPath = Extract<BrandFieldPath, "headerLinks" | "socialLinks" | "legalLinks">;

/** Links in an order of one's own. */
export function LinksField({ path, most, example }: { path: LinksPath; most: number; example: { label: string; url: string } }) {
  const { draft, choose, issueAt, announce, isReadOnly } = useDesk();
  const { label, hint } = brandField(path);
  const links = listAt(draft, path);
  const issue = issueAt(path);
  const nameOf = (index: number) => textAt(draft, `${path}.${index}.label`) || `Link ${index + 1}`;
  const move = (from: number, to: number) => {
    choose(path, moved(links, from, to));
    announce(`${nameOf(from)} moved to place ${to + 1} of ${links.length}`);
  };
  const addButton = useRef<HTMLButtonElement>(null);
  const add = () => {
    choose(path, [...links, { label: "", url: "" }]);
    requestAnimationFrame(() => revealField(`${path}.${links.length}.label`));
  };
  const remove = (index: number) => {
    choose(path, links.toSpliced(index, 1));
    if (links.length === 1) addButton.current?.focus();
    announce(`${nameOf(index)} removed`);
  };
  return (
    <div id={anchorOf(path)} className="grid gap-3">
      {hint && (
        <div className="grid gap-0.5">
          <h3 className="font-medium text-[0.9375rem] tracking-normal">{label}</h3>
          <p className="text-muted text-sm">{hint}</p>
        </div>
      )}
      {links.length > 0 && (
        <SortableRows label={label} count={links.length} nameOf={nameOf} onMove={move} onRemove={remove} isFixed={isReadOnly}>
          {(index) => (
            <>
              <TypedField path={`${path}.${index}.label`} label="Words" typed="line" example={example.label} isLabelHidden />
              <TypedField path={`${path}.${index}.url`} label="Address" typed="url" example={example.url} isLabelHidden />
            </>
          )}
        </SortableRows>
      )}
      {issue && <FieldError>{issue}</FieldError>}
      <Button ref={addButton} size="small" icon="plus" className="justify-self-start" disabled={links.length >= most} onClick={add}>
        Add a link
      </Button>
    </div>
  );
}
