import type { IconName } from "../ui/icon.tsx";

interface Place {
  href: string;
  label: string;
  icon: IconName;
}

/** The console's rooms, in the order a day goes through them. */
export const PLACES: readonly { heading: string | null; places: readonly Place[] }[] = [
  {
    heading: null,
    places: [
      { href: "/admin", label: "Work to do", icon: "home" },
      { href: "/admin/parcels", label: "Parcels", icon: "box" },
      { href: "/admin/imports", label: "Imports", icon: "upload" },
    ],
  },
  {
    heading: "Your page",
    places: [
      { href: "/admin/brand", label: "Brand", icon: "brush" },
      { href: "/admin/domains", label: "Domains", icon: "globe" },
      { href: "/admin/messages", label: "Messages", icon: "mail" },
      { href: "/admin/snippets", label: "Mail snippets", icon: "image" },
    ],
  },
  {
    heading: "Connections",
    places: [
      { href: "/admin/sources", label: "Sources", icon: "plug" },
      { href: "/admin/endpoints", label: "Endpoints", icon: "send" },
      { href: "/admin/keys", label: "API keys", icon: "key" },
    ],
  },
  {
    heading: "Shop",
    places: [
      { href: "/admin/team", label: "Team", icon: "people" },
      { href: "/admin/audit", label: "Audit log", icon: "list" },
    ],
  },
];

/** Whether a screen belongs to a place: `/admin` has only itself, the others everything below them. */
export function isIn(path: string, { href }: Pick<Place, "href">): boolean {
  return path === href || (href !== "/admin" && path.startsWith(`${href}/`));
}
