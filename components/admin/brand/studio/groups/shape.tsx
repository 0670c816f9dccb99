import { FONT_FAMILIES, type FontFamily, LAYOUTS, type Layout, THEME_MODES, type ThemeMode } from "#lib/branding/brand.ts";
import { brandField } from "#lib/branding/brand-fields.ts";
import { BRAND_FONTS, fontHref } from "#lib/branding/brand-fonts.ts";
import { Field } from "../../../ui/field.tsx";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import { useDesk } from "../desk.ts";
import { textAt, valueAt } from "../draft.ts";
import { ChoiceField } from "../fields/choice-field.tsx";
import { anchorOf } from "../reveal-field.ts";
import { LayoutPicture } from "./layout-picture.tsx";

const LAYOUT_WORDS: Readonly<Record<Layout, string>> = { classic: "Classic", banner: "Banner", minimal: "Minimal" };

const MODES: Readonly<Record<ThemeMode, { icon: IconName; words: string }>> = {
  auto: { icon: "refresh", words: "As the device" },
  light: { icon: "sun", words: "Light" },
  dark: { icon: "moon", words: "Dark" },
};

export function Shape() {
  return (
    <>
      <ChoiceField
        path="layout"
        label={brandField("layout").label}
        className="grid grid-cols-3 gap-2"
        choices={LAYOUTS.map((layout) => ({
          value: layout,
          face: (
            <span className="grid gap-1.5 p-2 text-center text-sm">
              <LayoutPicture layout={layout} />
              {LAYOUT_WORDS[layout]}
            </span>
          ),
        }))}
      />
      <ChoiceField
        path="mode"
        label={brandField("mode").label}
        className="grid grid-cols-3 gap-2"
        choices={THEME_MODES.map((mode) => ({
          value: mode,
          face: (
            <span className="flex min-h-10 items-center justify-center gap-1.5 px-2 py-1 text-sm">
              <Icon name={MODES[mode].icon} />
              {MODES[mode].words}
            </span>
          ),
        }))}
      />
      <Corners />
      <Fonts />
    </>
  );
}

const ROUNDEST = 28;

function Corners() {
  const { draft, type, issueAt } = useDesk();
  const value = valueAt(draft, "radius");
  const radius = typeof value === "number" ? value : 0;
  return (
    <div id={anchorOf("radius")}>
      <Field label={brandField("radius").label} error={issueAt("radius")}>
        {(control) => (
          <div className="flex items-center gap-4">
            <input
              {...control}
              type="range"
              min={0}
              max={ROUNDEST}
              value={radius}
              aria-valuetext={`${radius} pixels`}
              onChange={(event) => type("radius", Number(event.target.value))}
              className="h-6 min-w-0 flex-1 accent-accent"
            />
            <output className="w-12 text-right text-sm tabular-nums">{radius} px</output>
            <span
              aria-hidden="true"
              className="h-10 w-14 flex-none border-2 border-accent bg-accent-soft"
              style={{ borderRadius: radius }}
            />
          </div>
        )}
      </Field>
    </div>
  );
}

/** Fetched only where a specimen is drawn, that is, once the group is open. */
const SPECIMEN_FACES = FONT_FAMILIES.flatMap((family) => {
  const { file } = BRAND_FONTS[family];
  return file === null
    ? []
    : `@font-face{font-family:"${specimenFace(family)}";src:url(${fontHref(file)})format("woff2");font-display:swap}`;
}).join("");

function specimenFace(family: FontFamily): string {
  return `Specimen ${family}`;
}

function Fonts() {
  const { draft } = useDesk();
  const sample = textAt(draft, "name").trim() || "Arriving today by 5 pm";
  return (
    <>
      <style href="brand-font-specimens" precedence="low">
        {SPECIMEN_FACES}
      </style>
      <ChoiceField
        path="font"
        label={brandField("font").label}
        className="grid grid-cols-2 gap-2"
        choices={FONT_FAMILIES.map((family) => {
          const [name = "", about] = BRAND_FONTS[family].label.split(", ");
          return {
            value: family,
            face: (
              <span className="grid gap-0.5 px-3 py-2">
                <span
                  className="truncate text-[1.1875rem] leading-snug"
                  style={{ fontFamily: `"${specimenFace(family)}",${BRAND_FONTS[family].fallback}`, fontWeight: 650 }}
                >
                  {sample}
                </span>
                <span className="text-muted text-xs">
                  <span className="text-ink">{name}</span>
                  {about ? `, ${about}` : ", the device's own, nothing to load"}
                </span>
              </span>
            ),
          };
        })}
      />
    </>
  );
}
