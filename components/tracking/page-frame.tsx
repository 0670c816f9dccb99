import type { ReactNode } from "react";
import type { SubscriptionPageView } from "#lib/view/subscribe-view.ts";
import type { PageView } from "#lib/view/tracking-view.ts";
import { BrandHeader } from "./brand-header.tsx";
import { PageFooter } from "./page-footer.tsx";
import type { Theme } from "./theme.ts";

/** What every page of a brand has around its main part. */
export function PageFrame({ view, theme, children }: { view: PageView | SubscriptionPageView; theme: Theme; children: ReactNode }) {
  return (
    <div className="page" data-layout={view.brand.layout}>
      <a className="skip-link" href="#content">
        {view.labels.skipToContent}
      </a>
      <BrandHeader brand={view.brand} labels={view.labels} theme={theme} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <PageFooter view={view} />
    </div>
  );
}
