import { expect, it } from "vitest";
import { subjectView } from "./subject-link.ts";

it("an id leads to the screen of what it is of", () => {
  expect(subjectView("hook_0abc")).toEqual({ text: "the endpoint", href: "/admin/endpoints/hook_0abc" });
  expect(subjectView("dlv_0abc")).toEqual({ text: "a delivery", href: null });
});

it("anything else stands as it is, and leads nowhere", () => {
  expect(subjectView("version 3")).toEqual({ text: "version 3", href: null });
  expect(subjectView("trk_/../../evil")).toEqual({ text: "trk_/../../evil", href: null });
  expect(subjectView("moon_1")).toEqual({ text: "moon_1", href: null });
});
