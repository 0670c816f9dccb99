/** Drawn on a 24 × 24 grid with a 1.75 pen; every icon stands beside words, none replaces them. */
const PATHS = {
  alert: "M12 7.5v5.5M12 16.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  arrow: "M5 12h14M13 6l6 6-6 6",
  box: "M4 8l8-4 8 4v8l-8 4-8-4V8ZM4 8l8 4 8-4M12 12v8",
  calendar: "M5 6h14v14H5zM5 10.5h14M8.5 3.5V7M15.5 3.5V7",
  check: "M5 12.5l4.5 4.5L19 7.5",
  chevron: "M9.5 6l6 6-6 6",
  clock: "M12 7.5V12l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  cross: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  exclamation: "M12 5.5v8M12 18v.01",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c5 5.4 5 12.6 0 18M12 3c-5 5.4-5 12.6 0 18",
  handover: "M4 8.5h14M14.5 5L18 8.5 14.5 12M20 15.5H6M9.5 12L6 15.5 9.5 19",
  image: "M4 5h16v14H4zM4 16l4.5-4.5L13 16l2.5-2.5L20 18M15 9.5v.01",
  label: "M4 4h8l8 8-8 8-8-8V4ZM8.5 8.5v.01",
  mail: "M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5",
  open: "M14 5h5v5M19 5l-8.5 8.5M17 14.5V19H5V7h4.5",
  pen: "M4 20l1-4L16 5l3 3L8 19l-4 1ZM13.5 7.5l3 3",
  phone: "M5 4h4l1.5 5-2 1.5a11 11 0 0 0 5 5l1.5-2 5 1.5v4c0 .6-.4 1-1 1A15 15 0 0 1 4 5c0-.6.4-1 1-1Z",
  question: "M9 9.2a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 2M12 17v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  return: "M9 5L4.5 9.5 9 14M5 9.5h9a5 5 0 0 1 0 10h-3",
  route:
    "M6 20.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM18 8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8.5 18H15a3 3 0 0 0 0-6H9a3 3 0 0 1 0-6h6.5",
  store: "M4.5 10v10h15V10M3 10l2-6h14l2 6H3ZM9.5 20v-6h5v6",
  truck: "M3 6h11v11H3zM14 10h4l3 3.5V17h-7M7.5 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM17.5 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
} as const;

export type IconName = keyof typeof PATHS;

/** Icons that point along the line of reading, and so turn round in right-to-left text. */
const DIRECTED: ReadonlySet<IconName> = new Set(["arrow", "chevron", "handover", "open", "return", "truck"]);

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={DIRECTED.has(name) ? "icon icon-directed" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
