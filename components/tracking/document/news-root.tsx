import type { ReactNode } from "react";
import type { PageView } from "#lib/view/tracking-view.ts";
import type { DocumentAssets } from "./document-assets.ts";
import { newsKey } from "./news-key.ts";

/** What is drawn anew when there is news, with all that the scripts need to know of it. */
export function NewsRoot({ view, assets, children }: { view: PageView; assets: DocumentAssets; children: ReactNode }) {
  return (
    <div
      id="waymark"
      data-refresh={view.refreshPath ?? undefined}
      data-freshness={view.refreshPath === null ? undefined : assets.freshness}
      data-status={view.kind === "tracking" ? view.status : undefined}
      data-news={newsKey(view)}
    >
      {children}
    </div>
  );
}
