/** Fills that are told apart without colour: each has a texture of its own. */
export type FillName = "solid" | "striped" | "dotted" | "crossed";

const INK: Readonly<Record<FillName, string>> = {
  solid: "fill-accent stroke-accent",
  striped: "fill-good stroke-good",
  dotted: "fill-muted stroke-muted",
  crossed: "fill-bad stroke-bad",
};

/** The outline of a shape in this fill. */
export const edgeOf = (fill: FillName) => INK[fill].split(" ").find((name) => name.startsWith("stroke")) ?? "";

/** To be used as `fill={fillOf(id, name)}` anywhere in the same drawing. */
export const fillOf = (id: string, fill: FillName) => `url(#${id}-${fill})`;

/** The textures themselves; `id` keeps those of one drawing apart from those of others. */
export function Fills({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-solid`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-accent" />
      </pattern>
      <pattern id={`${id}-striped`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-good-soft" />
        <rect width="2.5" height="6" className="fill-good" />
      </pattern>
      <pattern id={`${id}-dotted`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" className="fill-sunken" />
        <circle cx="2.5" cy="2.5" r="1.1" className="fill-muted" />
      </pattern>
      <pattern id={`${id}-crossed`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-bad-soft" />
        <path d="M0 3h6M3 0v6" className="stroke-bad" strokeWidth="1.6" />
      </pattern>
    </defs>
  );
}
