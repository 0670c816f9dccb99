/** Drawn on a 24 × 24 grid with a 1.75 pen; none stands without words. */
const PATHS = {
  alert: "M12 8v5M12 16.5v.01M12 3.5 2.8 19.5h18.4L12 3.5Z",
  arrow: "M5 12h14M13 6l6 6-6 6",
  back: "M19 12H5M11 18l-6-6 6-6",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15L6 16ZM10 20.5h4",
  box: "M4 8l8-4 8 4v8l-8 4-8-4V8ZM4 8l8 4 8-4M12 12v8",
  brush: "M14 4l6 6-8 8H6v-6l8-8ZM4 20c2 .6 4 0 4-2a2 2 0 0 0-2-2c-2 0-1.5 2-2 4Z",
  check: "M5 12.5l4.5 4.5L19 7.5",
  chevron: "M9.5 6l6 6-6 6",
  clock: "M12 7.5V12l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  cross: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  download: "M12 4v11M7.5 11 12 15.5 16.5 11M4.5 20h15",
  external: "M14 4h6v6M20 4l-9 9M10 5H4v15h15v-6",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c5 5.4 5 12.6 0 18M12 3c-5 5.4-5 12.6 0 18",
  grid: "M4 4h6.5v6.5H4zM13.5 4H20v6.5h-6.5zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5z",
  handle: "M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01",
  home: "M4 11l8-7 8 7v9h-5.5v-6h-5v6H4v-9Z",
  image: "M4 5h16v14H4zM4 16l4.5-4.5L13 16l2.5-2.5L20 18M15 9.5v.01",
  info: "M12 11v5.5M12 7.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  key: "M14.5 4a5.5 5.5 0 0 0-5.3 7L3.5 16.7V20.5h4v-2.5H10v-2.5l1.8-1.7A5.5 5.5 0 1 0 14.5 4ZM16 8v.01",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
  list: "M8 6h12M8 12h12M8 18h12M4 6v.01M4 12v.01M4 18v.01",
  mail: "M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5",
  menu: "M4 7h16M4 12h16M4 17h16",
  minus: "M5 12h14",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z",
  pause: "M8.5 5v14M15.5 5v14",
  pen: "M4 20l1-4L16 5l3 3L8 19l-4 1ZM13.5 7.5l3 3",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.5c2.2.8 3.5 2.7 3.5 5.5",
  play: "M8 5l11 7-11 7V5Z",
  plug: "M8 3v5M16 3v5M5.5 8h13v3a6.5 6.5 0 0 1-13 0V8ZM12 17.5V21",
  plus: "M12 5v14M5 12h14",
  redo: "M15 5l4.5 4.5L15 14M19 9.5h-9a5 5 0 0 0 0 10h3",
  refresh: "M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.5M20 4.5v5h-5",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20.5 20.5",
  send: "M3.5 11.5 20.5 4l-5 16.5-4-6.5-8-2.5ZM11.5 14 20.5 4",
  shield: "M12 3.5l7.5 3v5c0 4.5-3 7.7-7.5 9.5-4.5-1.8-7.5-5-7.5-9.5v-5l7.5-3Z",
  "sign-out": "M10 4H4.5v16H10M15 8l4 4-4 4M19 12H9.5",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
  trash: "M4.5 7h15M9.5 7V4h5v3M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5",
  truck: "M3 6h11v11H3zM14 10h4l3 3.5V17h-7M7.5 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM17.5 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  undo: "M9 5L4.5 9.5 9 14M5 9.5h9a5 5 0 0 1 0 10h-3",
  upload: "M12 16V5M7.5 9.5 12 5l4.5 4.5M4.5 20h15",
  user: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c0-4.5 3.5-6.5 7.5-6.5s7.5 2 7.5 6.5",
  wave: "M3 12h4l2.5-7 5 14 2.5-7h4",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg className={`icon ${className}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
