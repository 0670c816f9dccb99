import { describe, expect, it } from "vitest";
import { isIn, PLACES } from "./navigation.ts";

const currentOf = (path: string) =>
  PLACES.flatMap(({ places }) => places)
    .filter((place) => isIn(path, place))
    .map(({ label }) => label);

describe("the console's navigation", () => {
  it.each([
    ["/admin", ["Work to do"]],
    ["/admin/parcels", ["Parcels"]],
    ["/admin/parcels/trk_1", ["Parcels"]],
    ["/admin/brand/versions", ["Brand"]],
    ["/admin/brandish", []],
    ["/admin/account", []],
  ])("shows at %s where one is", (path, labels) => {
    expect(currentOf(path)).toEqual(labels);
  });
});
