import type { ReactNode } from "react";
import { RouteArt } from "./route-art.tsx";

interface SignedOutFrameProps {
  title: ReactNode;
  description?: ReactNode;
  /** Below the card: the way to somewhere else. */
  footer?: ReactNode;
  children: ReactNode;
}

/** What stands around the screens before the console: one thing to do, and a journey beside it where there is room. */
export function SignedOutFrame({ title, description, footer, children }: SignedOutFrameProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(28rem,1fr)_1.1fr]">
      <main className="grid content-start justify-items-center px-4 py-8 sm:content-center sm:px-8 sm:py-12">
        <div className="grid w-full max-w-[25rem] gap-6">
          <Wordmark />
          <div className="grid gap-1.5">
            <h1 className="text-2xl">{title}</h1>
            {description && <div className="text-muted">{description}</div>}
          </div>
          {children}
          {footer && <div className="border-line border-t pt-4 text-muted text-sm">{footer}</div>}
        </div>
      </main>
      <RouteArt />
    </div>
  );
}

function Wordmark() {
  return (
    <p className="flex items-center gap-2 font-semibold text-lg">
      <svg viewBox="0 0 24 24" className="icon text-accent" aria-hidden="true">
        <path d="M12 21.5s7-6.2 7-11.5a7 7 0 1 0-14 0c0 5.3 7 11.5 7 11.5ZM9 10.2l2.2 2.2L15.2 8.2" />
      </svg>
      Waymark
    </p>
  );
}
