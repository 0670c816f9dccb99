import type { Wall } from "./use-frame-wall.ts";

interface SmallPageProps {
  wall: Wall;
  /** The page's address; also what the wall knows the frame by. */
  href: string;
  /** What it shows, in words. */
  title: string;
  /** As the page is laid out, and as wide as it is drawn here. */
  device: { width: number; height: number };
  shownWidth: number;
  onOpen: () => void;
}

/** A page seen from afar: to be looked at, not to be used; a click brings it near. */
export function SmallPage({ wall, href, title, device, shownWidth, onOpen }: SmallPageProps) {
  const scale = shownWidth / device.width;
  return (
    <div
      ref={wall.watch}
      data-frame={href}
      className="relative overflow-hidden rounded-control border border-line bg-raised"
      style={{ width: shownWidth, height: Math.round(device.height * scale) }}
    >
      {wall.hasPage(href) && (
        <div
          inert
          aria-hidden="true"
          style={{ width: device.width, height: device.height, transform: `scale(${scale})`, transformOrigin: "0 0" }}
        >
          <iframe src={href} title={title} tabIndex={-1} onLoad={() => wall.onLoaded(href)} className="size-full border-0" />
        </div>
      )}
      <button
        type="button"
        onClick={onOpen}
        className="absolute inset-0 cursor-zoom-in rounded-control hover:shadow-[inset_0_0_0_2px_var(--accent)]"
      >
        <span className="sr-only">Look closer: {title}</span>
      </button>
    </div>
  );
}
