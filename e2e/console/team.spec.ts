import type { Browser } from "@playwright/test";
import { expect, expectGoodScreen, PASSWORD, takePictures, test } from "./console.ts";

const at = (path: string) => (url: URL) => url.pathname === path;

const openElsewhere = async (browser: Browser, baseURL: string | undefined) =>
  (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();

test("an owner invites a viewer, who joins by the link, sees everything and changes nothing", async ({ page, browser, shop, baseURL }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/team");
  await page.getByLabel("E-mail address").fill("no address");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("This is no e-mail address.")).toBeVisible();
  await page.getByLabel("E-mail address").fill("lee@night.example");
  await page.getByRole("radio", { name: /Viewer/ }).check();
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("Hand this link to lee@night.example")).toBeVisible();
  await expectGoodScreen(page);
  await takePictures(page, "team-invited");
  await page.setViewportSize({ width: 1280, height: 900 });
  const link = (await page.getByText(/^http:\/\/localhost:\d+\/admin\/join\/\w+$/).textContent()) ?? "";
  await expect(page.getByRole("rowheader", { name: "lee@night.example" })).toBeVisible();

  const lee = await openElsewhere(browser, baseURL);
  await lee.goto(link);
  await expect(lee.getByRole("heading", { name: `Join ${shop.name}` })).toBeVisible();
  await expect(lee.getByText(`${shop.users.owner.name} invited you to be a viewer`)).toBeVisible();
  await expectGoodScreen(lee);
  await lee.getByLabel("Your name").fill("Lee");
  await expect(lee.getByLabel("E-mail address")).toHaveValue("lee@night.example");
  await lee.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await lee.getByRole("button", { name: "Create the account and join" }).click();
  await lee.waitForURL(at("/admin"));
  await lee.goto("/admin/team");
  await expect(lee.getByRole("table", { name: "Members" }).getByText("Lee", { exact: false }).first()).toBeVisible();
  await expect(lee.getByRole("button", { name: "Invite" })).toHaveCount(0);
  await expect(lee.getByRole("button", { name: /^Role of/ })).toHaveCount(0);
  await expectGoodScreen(lee);
  await takePictures(lee, "team-viewer");

  await page.reload();
  await page.getByRole("button", { name: "Role of Lee" }).click();
  await page
    .getByRole("dialog")
    .getByRole("radio", { name: /Editor/ })
    .check();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The role of Lee is changed.")).toBeVisible();
  await page.getByRole("button", { name: "Remove Lee" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Lee is no member any more.")).toBeVisible();
  await lee.goto("/admin/team");
  await lee.waitForURL(at("/admin/sign-in"));
});

test("somebody with an account joins another shop, and its console opens", async ({ page, browser, shop, rival, baseURL }) => {
  await rival.signIn(page, "owner");
  await page.goto("/admin/team");
  await page.getByLabel("E-mail address").fill(shop.users.editor.email);
  await page.getByRole("button", { name: "Invite" }).click();
  const link = (await page.getByText(/^http:\/\/localhost:\d+\/admin\/join\/\w+$/).textContent()) ?? "";

  const editor = await openElsewhere(browser, baseURL);
  await shop.signIn(editor, "editor");
  await editor.goto(link);
  await expectGoodScreen(editor);
  await editor.getByRole("button", { name: `Join as ${shop.users.editor.name}` }).click();
  await editor.waitForURL(at("/admin"));
  await editor.goto("/admin/team");
  await expect(editor.getByText(rival.users.owner.email)).toBeVisible();
  await expect(editor.getByText(shop.users.owner.email)).toHaveCount(0);
});

test("an invitation that is taken back opens nothing", async ({ page, browser, shop, baseURL }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/team");
  await page.getByLabel("E-mail address").fill("lee@night.example");
  await page.getByRole("button", { name: "Invite" }).click();
  const link = (await page.getByText(/^http:\/\/localhost:\d+\/admin\/join\/\w+$/).textContent()) ?? "";
  await page.getByRole("button", { name: "Take back" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByRole("table", { name: "Open invitations" })).toHaveCount(0);
  const lee = await openElsewhere(browser, baseURL);
  await lee.goto(link);
  await expect(lee.getByText("It was taken back.")).toBeVisible();
});

test("the last owner stays", async ({ page, shop }) => {
  await shop.signIn(page, "owner");
  await page.goto("/admin/team");
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await expect(page.getByText("A shop always has an owner.")).toBeVisible();
});

test("a viewer may leave", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  await page.goto("/admin/team");
  await page.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await page.waitForURL(at("/admin/sign-in"));
});
