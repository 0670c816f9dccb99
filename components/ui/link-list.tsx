import type { LinkText } from "#lib/view/tracking-view.ts";

/** Links of the shop's own; they open in place and tell nobody which page they were on. */
export function LinkList({ links }: { links: readonly LinkText[] }) {
  return (
    <ul className="link-list">
      {links.map((link) => (
        <li key={link.href + link.label}>
          <a href={link.href} rel="noreferrer">
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
