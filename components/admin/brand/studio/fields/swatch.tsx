/** A patch of a colour that is data; its words stand beside it. */
export function Swatch({ color, className = "size-4" }: { color: string; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block flex-none rounded-[0.3rem] align-[-0.15em] shadow-[inset_0_0_0_1px_var(--edge)] ${className}`}
      style={{ backgroundColor: color }}
    />
  );
}
