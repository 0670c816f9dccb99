import { LinkButton } from "./button.tsx";

/** To the neighbouring pages of a list; null where there is none. */
export function Pager({ newerHref, olderHref }: { newerHref: string | null; olderHref: string | null }) {
  if (newerHref === null && olderHref === null) return null;
  return (
    <nav aria-label="Pages" className="flex justify-between gap-3">
      {newerHref === null ? (
        <span />
      ) : (
        <LinkButton href={newerHref} icon="back" rel="prev">
          Newer
        </LinkButton>
      )}
      {olderHref !== null && (
        <LinkButton href={olderHref} rel="next">
          Older
        </LinkButton>
      )}
    </nav>
  );
}
