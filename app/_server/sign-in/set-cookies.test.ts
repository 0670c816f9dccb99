import { expect, it } from "vitest";
import { readSetCookie } from "./set-cookies.ts";

it("A session's cookie keeps its flags on the way through an action", () => {
  expect(readSetCookie("__Secure-waymark.session_token=a.b%2Bc%3D; Max-Age=60; Path=/admin; HttpOnly; Secure; SameSite=Lax")).toEqual({
    name: "__Secure-waymark.session_token",
    value: "a.b+c=",
    attributes: { maxAge: 60, path: "/admin", httpOnly: true, secure: true, sameSite: "lax" },
  });
});
