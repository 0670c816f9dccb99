import { TabLinks } from "../ui/tab-links.tsx";

const TABS = [
  { href: "/admin/messages", label: "At a glance" },
  { href: "/admin/messages/preview", label: "Previews" },
  { href: "/admin/messages/settings", label: "Settings" },
] as const;

export type MessageTab = (typeof TABS)[number]["href"];

/** The screens about messages to shoppers. */
export function MessageTabs({ current }: { current: MessageTab }) {
  return <TabLinks label="Messages" tabs={TABS.map((tab) => ({ ...tab, isCurrent: tab.href === current }))} />;
}
