import { type ReactNode, useId } from "react";

interface PanelProps {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  /** For links into the page. */
  id?: string;
  /** Without room around it, for tables and lists that bring their own. */
  isFlush?: boolean;
  children?: ReactNode;
}

/** A headed part of a screen. */
export function Panel({ title, description, actions, footer, id, isFlush = false, children }: PanelProps) {
  const heading = useId();
  return (
    <section id={id} aria-labelledby={title ? heading : undefined} className="min-w-0 rounded-panel border border-line bg-raised">
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3 sm:px-5">
          <div className="grid min-w-0 gap-0.5">
            {title && (
              <h2 id={heading} className="text-lg">
                {title}
              </h2>
            )}
            {description && <p className="max-w-prose text-muted text-sm">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children && <div className={isFlush ? "" : "px-4 py-4 sm:px-5"}>{children}</div>}
      {footer && <footer className="border-line border-t px-4 py-3 text-sm sm:px-5">{footer}</footer>}
    </section>
  );
}
