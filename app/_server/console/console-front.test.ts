import { expect, it } from "vitest";
import { isConsole } from "./console-front.ts";

it.each(["/admin", "/admin/", "/admin?next=/", "/admin/sign-in", "/%61dmin", "/%61%64min/sign-in?x=%", "/admin%2fsign-in", "/admin/%"])(
  "%s is the console, with its policy and on its host only",
  (url) => {
    expect(isConsole({ url })).toBe(true);
  },
);

it.each(["/", "/administration", "/usps/admin", "/?/admin", "/%2561dmin", "/%"])("%s is none of the console", (url) => {
  expect(isConsole({ url })).toBe(false);
});
