import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { render } from "preact";
import type { PageView } from "#lib/view/tracking-view.ts";
import { Embed } from "../../embed/embed.tsx";
import { Page } from "../page.tsx";
import { createViewFetcher } from "./fetch-view.ts";
import { keepPlace } from "./keep-place.ts";
import { newsKey } from "./news-key.ts";
import { refreshPaceMs } from "./refresh-pace.ts";

/** A page looked at again within this time asks nobody. */
const FRESH_FOR_MS = 30_000;

const root = document.getElementById("waymark");
if (root?.dataset.refresh) keepFresh(root, root.dataset.refresh);

/**
 * Keeps a served page up to date. The server's HTML is left alone until there is news; then the same components
 * are drawn over it. Preact's own `render` takes over the nodes it finds, where React would throw them away.
 */
function keepFresh(root: HTMLElement, refreshPath: string) {
  const client = new QueryClient();
  const fetchView = createViewFetcher(refreshPath, fetch.bind(window));
  const served = { kind: "tracking", refreshPath, status: root.dataset.status ?? "" } as const;
  let drawn = { key: root.dataset.news ?? "", text: "" };

  const news = new QueryObserver<PageView | null>(client, {
    queryKey: [refreshPath],
    queryFn: ({ signal }) => fetchView(signal),
    initialData: null,
    initialDataUpdatedAt: Date.now(),
    staleTime: FRESH_FOR_MS,
    retry: false,
    refetchInterval: ({ state }) => refreshPaceMs(state.data ?? served, state.fetchFailureCount),
    refetchOnWindowFocus: ({ state }) => state.data?.refreshPath !== null,
    refetchOnReconnect: ({ state }) => state.data?.refreshPath !== null,
  });
  client.mount();
  const stop = news.subscribe(({ data: view }) => {
    if (!view) return;
    const key = newsKey(view);
    const text = JSON.stringify(view);
    const isNews = key !== drawn.key;
    const isChange = text !== drawn.text && drawn.text !== "";
    if (isNews || isChange) draw(root, view);
    if (isNews) announce(view.labels.updated);
    drawn = { key, text };
    if (view.refreshPath === null) {
      stop();
      client.unmount();
    }
  });
}

function draw(root: HTMLElement, view: PageView) {
  const { theme, form } = document.documentElement.dataset;
  const page = form === "embed" ? <Embed view={view} /> : <Page view={view} theme={theme === "light" || theme === "dark" ? theme : null} />;
  document.title = view.title;
  keepPlace(root, () => render(page, root));
}

function announce(text: string) {
  const live = document.getElementById("live");
  if (live !== null) live.textContent = text;
}
