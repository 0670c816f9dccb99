import { load, percentile } from "./load.mjs";

const LANGUAGES = ["en", "de", "ja", "ar"];
const WIDTHS = { least: 320, most: 640 };
const ASKED = 300;
/** As many at a time as keep a processor busy, so that an image has to share. */
const PAGE_CONNECTIONS = 2;
/** An image without words, which stands in where none could be drawn, has some hundred. */
const LEAST_BYTES = 4_000;

/** How long an image takes while pages are asked for all the time: drawn for the first time, and kept from before. */
export async function measureImages({ port, page, pages, headers }) {
  const kinds = { cold: distinctImages(page), cached: () => Array.from({ length: ASKED }, () => `${page}.png`) };
  await load({ port, paths: kinds.cold(ASKED / 4), connections: 1 });
  const times = {};
  for (const [kind, paths] of Object.entries(kinds)) {
    let isOver = false;
    const beside = keepAsking(() => isOver, { port, pages, headers });
    const { latencies, statuses } = await load({ port, paths: paths(ASKED), connections: 1 });
    isOver = true;
    const pageLatencies = await beside;
    if (statuses[200] !== ASKED) throw new Error(`images, ${kind}: ${JSON.stringify(statuses)}`);
    times[kind] = { image: spread(latencies), page: spread(pageLatencies) };
  }
  const sizes = await weighImages({ port, page });
  if (sizes.some(({ bytes }) => bytes < LEAST_BYTES)) throw new Error(`not drawn, but stood in for: ${JSON.stringify(sizes)}`);
  return { times, sizes };
}

async function keepAsking(isOver, { port, pages, headers }) {
  const latencies = [];
  while (!isOver()) latencies.push(...(await load({ port, paths: pages(100), connections: PAGE_CONNECTIONS, headers })).latencies);
  return latencies;
}

const spread = (latencies) => ({ p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) });

/** No two alike: every width in every language, in light and in dark. */
function distinctImages(page) {
  let next = 0;
  return (count) =>
    Array.from({ length: count }, () => {
      const number = next++;
      const width = WIDTHS.least + (number % (WIDTHS.most - WIDTHS.least + 1));
      return `${page}.png?w=${width}&lang=${LANGUAGES[number % LANGUAGES.length]}&theme=${number % 2 ? "dark" : "light"}`;
    });
}

async function weighImages({ port, page }) {
  const queries = ["w=320&x=1", "w=320&x=2", "w=560&x=1", "w=560&x=2", "w=640&x=2", "card=1"];
  return Promise.all(
    queries.map(async (query) => {
      const answer = await fetch(`http://127.0.0.1:${port}${page}.png?${query}`);
      return { query, bytes: (await answer.arrayBuffer()).byteLength };
    }),
  );
}
