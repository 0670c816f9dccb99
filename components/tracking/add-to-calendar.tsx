import { Icon } from "#components/ui/icon.tsx";
import type { LinkText } from "#lib/view/tracking-view.ts";

export function AddToCalendar({ link }: { link: LinkText }) {
  return (
    <a className="add-to-calendar" href={link.href}>
      <Icon name="calendar" />
      {link.label}
    </a>
  );
}
