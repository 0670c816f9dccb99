import { type BrandFieldPath, brandField } from "#lib/branding/brand-fields.ts";
import { derivePalette } from "#lib/branding/derive-palette.ts";
import type { ImagePurpose } from "#lib/branding/image-purpose.ts";
import { FieldError } from "../../../ui/field.tsx";
import { ImageField, type ImageValue } from "../../image-field.island.tsx";
import { useDesk } from "../desk.ts";
import { valueAt } from "../draft.ts";
import { anchorOf } from "../reveal-field.ts";

interface PictureFieldProps {
  path: BrandFieldPath;
  purpose: ImagePurpose;
  /** The page it is going to stand on. */
  on: "light" | "dark";
  /** What stands there while this one is empty. */
  insteadPath?: BrandFieldPath;
}

export function PictureField({ path, purpose, on, insteadPath }: PictureFieldProps) {
  const { merchant, draft, shown, choose, issueAt, isReadOnly } = useDesk();
  const { label, hint } = brandField(path);
  const issue = issueAt(path);
  const imageAt = (place: BrandFieldPath) => (valueAt(draft, place) ?? null) as ImageValue | null;
  return (
    <div id={anchorOf(path)} className="grid gap-1.5">
      <ImageField
        label={label}
        hint={hint}
        purpose={purpose}
        merchant={merchant}
        background={derivePalette(shown.colors, on).palette.header}
        value={imageAt(path)}
        instead={insteadPath ? imageAt(insteadPath) : null}
        onChange={(value) => choose(path, value)}
        isDisabled={isReadOnly}
      />
      {issue && <FieldError>{issue}</FieldError>}
    </div>
  );
}
