import type { PageView } from "#lib/view/tracking-view.ts";
import { NoticePage } from "./notice-page.tsx";
import type { Theme } from "./theme.ts";
import { TrackingPage } from "./tracking-page.tsx";

/** Any public page of a brand, drawn from plain JSON; on the server, and again in the browser when news arrives. */
export function Page({ view, theme }: { view: PageView; theme: Theme }) {
  return view.kind === "tracking" ? <TrackingPage view={view} theme={theme} /> : <NoticePage view={view} theme={theme} />;
}
