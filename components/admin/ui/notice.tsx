import type { ReactNode } from "react";
import { softTone, type Tone } from "./badge.tsx";
import { Icon, type IconName } from "./icon.tsx";

const ICONS: Readonly<Record<Tone, IconName>> = { neutral: "info", good: "check", warn: "alert", bad: "alert", info: "info" };

interface NoticeProps {
  tone?: Tone;
  title?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  /** Read aloud when it appears. */
  isLive?: boolean;
}

export function Notice({ tone = "info", title, actions, children, isLive = false }: NoticeProps) {
  return (
    <div
      role={isLive ? (tone === "bad" ? "alert" : "status") : undefined}
      className={`flex flex-wrap items-start gap-x-4 gap-y-2 rounded-panel px-4 py-3 ${softTone(tone)}`}
    >
      <Icon name={ICONS[tone]} className="mt-0.5" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
