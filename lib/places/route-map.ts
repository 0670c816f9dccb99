/** A drawn route in SVG units, y downwards; labels are city names, never finer. Stored with the tracker, drawn by `components/tracking`. */
export interface RouteMap {
  width: number;
  height: number;
  /** One outline to fill; country and state lines are cut out of it. */
  landPath: string;
  /** Whole curves as far as the parcel came, dashes from there to the destination. */
  routePath: string;
  stops: RouteStop[];
  /** Great-circle length over the known stops so far. */
  kilometres: number;
}

export interface RouteStop {
  x: number;
  y: number;
  label: string;
  /** City, region and country for sentences: "Las Vegas, NV". */
  name: string;
  anchor: "start" | "middle" | "end";
  kind: "origin" | "stop" | "latest" | "destination";
}
