import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface EmptyStateProps {
  icon: IconName;
  title: ReactNode;
  actions?: ReactNode;
  /** Whether it is the whole screen, and its title the screen's. */
  isScreen?: boolean;
  children?: ReactNode;
}

export function EmptyState({ icon, title, actions, isScreen = false, children }: EmptyStateProps) {
  const Heading = isScreen ? "h1" : "h2";
  return (
    <div className="grid justify-items-center gap-3 px-6 py-12 text-center">
      <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent text-xl">
        <Icon name={icon} />
      </span>
      <Heading className="text-lg">{title}</Heading>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {actions && <div className="flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
