import { expect, it } from "vitest";
import { tellAction } from "./tell-action.ts";

it("what was done leads to what it was done to", () => {
  expect(tellAction("endpoint.rotate", "hook_0abc")).toEqual({
    before: "replaced the secret of ",
    thing: "an endpoint",
    after: "",
    href: "/admin/endpoints/hook_0abc",
    name: null,
  });
  expect(tellAction("delivery.replay", "dlv_0abc")).toMatchObject({ thing: "an event", after: " again", href: null, name: null });
});

it("what has a name is told by it, and leads nowhere", () => {
  expect(tellAction("brand.publish", "version 3")).toMatchObject({
    before: "published the brand",
    thing: "",
    name: "version 3",
    href: null,
  });
  expect(tellAction("parcel.settle", "trk_/../../evil")).toMatchObject({ href: null, name: "trk_/../../evil" });
});

it("an action nobody has words for is told by its name", () => {
  expect(tellAction("moon.land", null)).toEqual({ before: "did moon.land", thing: "", after: "", href: null, name: null });
});
