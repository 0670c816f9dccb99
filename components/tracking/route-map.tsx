import type { RouteMapView } from "#lib/view/tracking-view.ts";

/** Dots and labels are sized in ems of this share of the drawing's width, so that they read the same whatever units the map was drawn in. */
const EM = 0.036;

/** Never mirrored: east stays on the right in every language. */
export function RouteMap({ map, label }: { map: RouteMapView; label: string }) {
  const { width, height } = map;
  const em = Math.round(width * EM * 10) / 10;
  return (
    <figure className="route-map" aria-label={label}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={map.description} fontSize={em}>
        <path className="map-land" d={map.landPath} />
        <path className="map-route" d={map.routePath} />
        {map.stops.map((stop) => (
          <circle key={`${stop.x} ${stop.y} ${stop.kind}`} className={`map-${stop.kind}`} cx={stop.x} cy={stop.y} r={em / 3} />
        ))}
        {map.stops.map(
          (stop) =>
            stop.label !== "" && (
              <text
                key={`${stop.x} ${stop.y} ${stop.kind}`}
                className={stop.kind === "latest" ? "map-label font-semibold" : "map-label"}
                x={stop.x}
                y={stop.y}
                dy={stop.y + 2 * em > height ? "-1em" : "1.7em"}
                textAnchor={stop.anchor}
              >
                {stop.label}
              </text>
            ),
        )}
      </svg>
      <figcaption>{map.caption}</figcaption>
    </figure>
  );
}
