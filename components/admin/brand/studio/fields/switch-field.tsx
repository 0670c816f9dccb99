import { type BrandFieldPath, brandField } from "#lib/branding/brand-fields.ts";
import { Switch } from "../../../ui/inputs.tsx";
import { useDesk } from "../desk.ts";
import { valueAt } from "../draft.ts";
import { anchorOf } from "../reveal-field.ts";

export function SwitchField({ path }: { path: BrandFieldPath }) {
  const { draft, choose } = useDesk();
  const { label, hint } = brandField(path);
  return (
    <div id={anchorOf(path)}>
      <Switch label={label} hint={hint} checked={valueAt(draft, path) === true} onChange={(event) => choose(path, event.target.checked)} />
    </div>
  );
}
