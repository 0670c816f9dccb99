import type { FrameLocator, Page } from "@playwright/test";
import { loadDraft } from "#lib/brands/load-draft.ts";
import { saveDraft } from "#lib/brands/save-draft.ts";
import { expect, expectGoodScreen, test } from "./console.ts";

/** The page that is seen; while another loads there are two frames. */
const preview = (page: Page): FrameLocator => page.frameLocator("iframe[data-shown]");
const headline = (page: Page) => preview(page).getByRole("heading", { level: 1 });
const brandOf = (page: Page, token: string) =>
  preview(page)
    .locator("html")
    .evaluate((html, name) => getComputedStyle(html).getPropertyValue(`--wm-${name}`), token)
    .catch(() => "being replaced");
const saved = (page: Page) => expect(page.getByText(/^Saved/)).toBeVisible();

async function openGroup(page: Page, title: string): Promise<void> {
  const group = page.locator("details", { has: page.getByRole("heading", { name: title, exact: true }) });
  if ((await group.getAttribute("open")) === null) await group.locator("summary").first().click();
}

async function openStudio(page: Page): Promise<void> {
  await page.goto("/admin/brand");
  await expect(headline(page)).toBeVisible();
}

test.beforeEach(async ({ page }) => page.setViewportSize({ width: 1280, height: 900 }));

test("what is typed is on the real page at once, is kept by itself, and is public once published", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await openGroup(page, "Name and home");
  await page.getByLabel("Name of the shop").fill("Moss & Marrow");
  await expect(preview(page).locator(".wordmark")).toHaveText("Moss & Marrow");
  await saved(page);
  await page.reload();
  await openGroup(page, "Name and home");
  await expect(page.getByLabel("Name of the shop")).toHaveValue("Moss & Marrow");
  await expect(page.getByText("Saved, 1 change to publish")).toBeVisible();

  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish" });
  await expect(dialog).toContainText("One thing changes");
  await expect(dialog.getByRole("listitem")).toContainText(["before: Fern & Fable"]);
  await dialog.getByLabel("Note").fill("A new name");
  await dialog.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByText(/Published as version \d+/)).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.goto(`/tracking/${shop.slug}/`);
  await expect(page.locator(".wordmark")).toHaveText("Moss & Marrow");
});

test("everything is undone and redone by keyboard, a word at a time", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await openGroup(page, "Name and home");
  const name = page.getByLabel("Name of the shop");
  // Who pauses begins another word, and a busy machine does.
  await page.clock.setFixedTime(Date.now());
  await name.press("End");
  await name.pressSequentially(" Two", { delay: 20 });
  await openGroup(page, "Layout and type");
  await page.getByText("Banner", { exact: true }).click();
  await expect(preview(page).locator("[data-layout=banner]")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(preview(page).locator("[data-layout=classic]")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(name).toHaveValue("Fern & Fable");
  await page.keyboard.press("Control+Shift+z");
  await expect(name).toHaveValue("Fern & Fable Two");
  await expect(page.getByRole("status").filter({ hasText: "Redone: Name of the shop" })).toHaveCount(1);
});

test("no colour fails: what was adjusted is said, and half a colour changes nothing", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  const color = page.getByLabel("Brand colour", { exact: true });
  await color.fill("#ffd4");
  await expect(page.getByRole("button", { name: "1 to mend" })).toBeVisible();
  await expect.poll(() => brandOf(page, "brand")).toBe("#1f5c46");
  await color.fill("FFD400");
  await expect(color).toHaveValue("#ffd400");
  await expect.poll(() => brandOf(page, "brand")).toBe("#ffd400");
  const contrast = page.getByRole("table", { name: "Contrast of the brand colour" });
  await expect(contrast.getByRole("row", { name: /Links on the page/ })).toContainText("enough");
  await expect(page.getByText("As text it was too faint on the page.").first()).toBeVisible();
});

test("what is wrong is said at its field and on the way to publishing, and is kept all the same", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await openGroup(page, "Support");
  const email = page.getByLabel("E-mail");
  await email.fill("help@");
  await expect(email).toHaveAccessibleDescription("Must be an e-mail address, such as help@shop.example");
  await saved(page);
  await page.reload();
  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish" });
  await expect(dialog.getByRole("button", { name: "Publish now" })).toHaveCount(0);
  await dialog.getByRole("button", { name: /E-mail/ }).click();
  await expect(email).toBeFocused();
  await expect(email).toHaveValue("help@");
  await email.fill("help@shop.example");
  await expect(page.getByRole("button", { name: "1 to mend" })).toBeHidden();
});

test("links are added, put in order by keyboard and by hand, and removed", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await openGroup(page, "Header links");
  const rows = page.getByRole("list", { name: "Header links" }).getByRole("listitem");
  for (const [index, word] of ["Shop", "Returns", "Help"].entries()) {
    await page.getByRole("button", { name: "Add a link" }).first().click();
    await rows.nth(index).getByLabel("Words").fill(word);
    await rows.nth(index).getByLabel("Address").fill(`https://shop.example/${word.toLowerCase()}`);
  }
  const links = preview(page).locator(".header-links a");
  await expect(links).toHaveText(["Shop", "Returns", "Help"]);
  await rows
    .nth(0)
    .getByRole("button", { name: /^Drag Shop/ })
    .focus();
  await page.keyboard.press("ArrowDown");
  await expect(links).toHaveText(["Returns", "Shop", "Help"]);
  await expect(rows.nth(1).getByRole("button", { name: /^Drag Shop/ })).toBeFocused();

  const handle = await rows
    .nth(2)
    .getByRole("button", { name: /^Drag Help/ })
    .boundingBox();
  const target = await rows.nth(0).boundingBox();
  if (!handle || !target) throw new Error("The rows are not drawn.");
  await page.mouse.move(handle.x + 8, handle.y + 8);
  await page.mouse.down();
  await page.mouse.move(handle.x + 8, target.y + 20, { steps: 6 });
  await page.mouse.up();
  await expect(links).toHaveText(["Help", "Returns", "Shop"]);
  await page.getByRole("button", { name: "Remove Returns" }).click();
  await expect(links).toHaveText(["Help", "Shop"]);
});

test("a sentence of one's own is seen where it stands, in its language, with its placeholders checked", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await openGroup(page, "Own wording");
  const wording = page.locator("#wording");
  await wording.getByLabel("Language").selectOption("de");
  const sentence = wording.getByLabel("Delivered", { exact: true });
  await expect(sentence).toHaveAttribute("placeholder", "Zugestellt");
  await sentence.fill("Da ist es, von {shop}");
  await expect(headline(page)).toHaveText("Da ist es, von Fern & Fable");
  await sentence.fill("Da ist es, {place}");
  await expect(sentence).toHaveAccessibleDescription(/Cannot fill in \{place\}/);
  await wording.getByLabel("Language").selectOption("en");
  await page.getByRole("button", { name: "1 to mend" }).click();
  await page.getByRole("button", { name: /Own wording in German: Delivered/ }).click();
  await expect(sentence).toBeFocused();
  await wording.getByRole("button", { name: "{carrier}" }).click();
  await expect(sentence).toHaveValue("Da ist es, {place} {carrier}");
});

test("two at one draft: nothing is overwritten unseen", async ({ page, shop, runtime }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await openGroup(page, "Name and home");
  const name = page.getByLabel("Name of the shop");
  await name.fill("Mine");
  await saved(page);
  const theirs = async (brand: string) => {
    const { revision, brand: before } = await loadDraft(runtime, { merchantId: shop.id });
    await saveDraft(runtime, { merchantId: shop.id, userId: shop.users.owner.id, revision, brand: { ...(before as object), name: brand } });
  };
  await theirs("Theirs");
  await name.fill("Mine again");
  await expect(page.getByText(`${shop.users.owner.name} saved this draft meanwhile`)).toBeVisible();
  await expect(page.getByText("Not saved: somebody else saved meanwhile")).toBeVisible();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await saved(page);
  expect((await loadDraft(runtime, { merchantId: shop.id })).brand).toMatchObject({ name: "Mine again" });

  await theirs("Theirs again");
  await name.fill("Mine, third");
  await page.getByRole("button", { name: "Take theirs" }).click();
  await expect(name).toHaveValue("Theirs again");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(name).toHaveValue("Mine, third");
});

test("coming back to the studio shows the draft as it stands, not as the page was left", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await openGroup(page, "Name and home");
  await page.getByLabel("Name of the shop").fill("Before I left");
  await saved(page);
  await page.getByRole("link", { name: "Versions", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /versions/i })).toBeVisible();
  await page.goBack();
  await openGroup(page, "Name and home");
  await expect(page.getByLabel("Name of the shop")).toHaveValue("Before I left");
  await page.getByLabel("Name of the shop").fill("And after");
  await saved(page);
  await expect(page.getByText("saved this draft meanwhile")).toHaveCount(0);
});

test("a broken connection is said, and what was typed is kept once it is back", async ({ page, shop, runtime }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await openGroup(page, "Footer and legal");
  await page.context().setOffline(true);
  await page.getByLabel("Footer text").fill("Typed on a train");
  await expect(page.getByText("Not saved: the server cannot be reached")).toBeVisible();
  await page.context().setOffline(false);
  await saved(page);
  expect((await loadDraft(runtime, { merchantId: shop.id })).brand).toMatchObject({ footerText: "Typed on a train" });
});

test("a file says what is wrong with it and where, or what it would change, and is one step to take back", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Import a file…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a brand" });
  const text = dialog.getByLabel("Or paste what is in it");
  const brand = { version: 1, name: "Night Shop", colors: { brand: "#101010" }, layout: "minimal" };
  await text.fill(JSON.stringify({ ...brand, name: "", colors: { brand: "red" } }));
  await expect(dialog.getByRole("alert")).toContainText("2 faults");
  await expect(dialog.getByRole("alert")).toContainText("colors.brand (Brand colour): must be a hex colour");
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "brand.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(brand)) });
  await expect(dialog).toContainText("It changes 3 things in your draft");
  await dialog.getByRole("button", { name: "Put it into my draft" }).click();
  await expect(preview(page).locator(".wordmark")).toHaveText("Night Shop");
  await page.keyboard.press("Control+z");
  await expect(preview(page).locator(".wordmark")).toHaveText("Fern & Fable");
});

test("a draft is discarded after a question, and comes back by undo", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await openGroup(page, "Name and home");
  const name = page.getByLabel("Name of the shop");
  await name.fill("On second thought");
  await saved(page);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("button", { name: "Discard the draft…" }).click();
  await page.getByRole("dialog", { name: "Discard the draft?" }).getByRole("button", { name: "Discard" }).click();
  await expect(name).toHaveValue("Fern & Fable");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(name).toHaveValue("On second thought");
});

test("every switch of the preview shows the page as somebody gets it", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await page.getByLabel("Parcel shown").selectOption("delivered");
  await expect(preview(page).locator("#waymark")).toHaveAttribute("data-status", "delivered");
  await page.getByLabel("Language shown").selectOption("ar");
  await expect(preview(page).locator("html")).toHaveAttribute("dir", "rtl");
  const choose = (group: string, choice: string) =>
    page.getByRole("group", { name: group }).last().getByText(choice, { exact: true }).click();
  await choose("Light or dark", "Dark");
  await expect(preview(page).locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(preview(page).getByText("SAMPLE-1001").first()).toBeVisible();
  await choose("Who looks", "Public");
  await expect(preview(page).getByText("SAMPLE-1001")).toHaveCount(0);
  await choose("Device", "Desktop");
  const width = () =>
    preview(page)
      .locator("html")
      .evaluate(() => innerWidth);
  await expect.poll(width).toBe(1280);
});

test("the preview keeps its place while one types, leads nowhere, and a click on it opens what it was made from", async ({
  page,
  shop,
}) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  const scrolled = () =>
    preview(page)
      .locator("html")
      .evaluate(() => Math.round(scrollY));
  await preview(page)
    .locator("html")
    .evaluate(() => scrollTo(0, 400));
  await page.getByLabel("Brand colour", { exact: true }).fill("#993311");
  await expect.poll(() => brandOf(page, "brand")).toBe("#993311");
  await expect.poll(scrolled).toBe(400);
  const entries = await page.evaluate(() => history.length);
  await headline(page).click();
  await expect(page.locator("#wording")).toHaveAttribute("open");
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test("a viewer sees everything and changes nothing", async ({ page, shop }) => {
  await shop.signIn(page, "viewer");
  await openStudio(page);
  await expect(page.getByText("Owners and editors of the shop can change it.")).toBeVisible();
  await openGroup(page, "Name and home");
  await expect(page.getByLabel("Name of the shop")).toBeDisabled();
  await expect(page.getByRole("button", { name: "Publish…" })).toHaveCount(0);
  await page.getByLabel("Parcel shown").selectOption("delivered");
  await expect(preview(page).locator("#waymark")).toHaveAttribute("data-status", "delivered");
});

test("another shop's people see their own brand only", async ({ page, shop, rival, runtime }) => {
  await saveDraft(runtime, {
    merchantId: shop.id,
    userId: shop.users.owner.id,
    revision: 0,
    brand: { version: 1, name: "Secret plans", colors: { brand: "#1f5c46" } },
  });
  await rival.signIn(page, "owner");
  await openStudio(page);
  await expect(preview(page).locator(".wordmark")).toHaveText("Rival Goods");
  expect(await page.content()).not.toContain("Secret plans");
});

test("the studio is usable on a phone, in the dark, and by everyone", async ({ page, shop }) => {
  await shop.signIn(page, "owner");
  await openStudio(page);
  await page.evaluate(() => {
    for (const group of document.querySelectorAll("details")) group.open = true;
  });
  await expectGoodScreen(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator("iframe[data-shown]")).toBeHidden();
  await page.getByText("Preview", { exact: true }).click();
  await expect(headline(page)).toBeVisible();
  await expect(page.getByLabel("Brand colour", { exact: true })).toBeHidden();
});
