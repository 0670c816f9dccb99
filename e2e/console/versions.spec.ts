import { loadDraft } from "#lib/brands/load-draft.ts";
import { publishDraft } from "#lib/brands/publish-draft.ts";
import { saveDraft } from "#lib/brands/save-draft.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { expect, expectGoodScreen, type Shop, takePictures, test } from "./console.ts";

async function publish(runtime: Runtime, { id: merchantId, users }: Shop, changes: object, note: string | null = null): Promise<void> {
  const who = { merchantId, userId: users.editor.id };
  const { revision, published } = await loadDraft(runtime, who);
  await saveDraft(runtime, { ...who, revision, brand: { ...published.brand, ...changes } });
  expect((await publishDraft(runtime, { ...who, revision: revision + 1, note })).kind).toBe("published");
}

test("an editor brings an older brand back, and takes that back too", async ({ page, shop, runtime }) => {
  await publish(runtime, shop, { name: "Autumn Fern", colors: { brand: "#aa2211", accent: "#123456", background: null } }, "Autumn");
  await shop.signIn(page, "editor");
  await page.goto("/admin/brand/versions");
  const [second, first] = [
    page.getByRole("listitem").filter({ hasText: "Version 2" }),
    page.getByRole("listitem").filter({ hasText: "Version 1" }),
  ];
  await expect(second).toContainText("On your pages");
  await expect(second).toContainText("“Autumn”");
  await expect(second).toContainText("Name of the shop · Brand colour · Accent colour");
  await expect(second.getByRole("button", { name: "Bring back" })).toHaveCount(0);

  await first.getByRole("button", { name: "Bring back" }).click();
  const dialog = page.getByRole("dialog", { name: "Bring back version 1?" });
  await expect(dialog).toContainText("Autumn Fern");
  await dialog.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Version 3" })).toContainText("Brought back from version 1");
  await expect(page.getByRole("listitem").filter({ hasText: "Version 3" })).toContainText("On your pages");
  await page.goto(`/tracking/${shop.slug}`);
  await expect(page).toHaveTitle(/Fern & Fable/);
});

test("a viewer compares versions and brings none back; another shop sees none of it", async ({ page, shop, rival, runtime }) => {
  await publish(runtime, shop, { name: "Autumn Fern" });
  await shop.signIn(page, "viewer");
  await page.goto("/admin/brand/versions");
  await page.getByText("Compare with your pages now").click();
  await expect(page.getByRole("main").getByText("Autumn Fern")).toBeVisible();
  await expect(page.getByRole("button", { name: "Bring back" })).toHaveCount(0);

  await rival.signIn(page, "owner");
  await page.goto("/admin/brand/versions");
  await expect(page.getByRole("listitem").filter({ hasText: "Version" })).toHaveCount(1);
  await expect(page.getByText("Autumn Fern")).toHaveCount(0);
});

test("many versions are read a page at a time", async ({ page, shop, runtime }) => {
  for (let count = 2; count <= 23; count++) await publish(runtime, shop, { name: `Fern ${count}` });
  await shop.signIn(page, "viewer");
  await page.goto("/admin/brand/versions");
  await expect(page.getByRole("heading", { name: "Version 23" })).toBeVisible();
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page.getByRole("heading", { name: "Version 3", exact: true })).toBeVisible();
  await expect(page.getByText("The first version")).toBeVisible();
});

test("versions are good to look at", async ({ page, shop, runtime }) => {
  await publish(
    runtime,
    shop,
    { name: "Autumn Fern", colors: { brand: "#aa2211", accent: "#e4a11b", background: "#fff8f0" }, font: "fraunces", radius: 24 },
    "Autumn look, as agreed with Kim",
  );
  await publish(runtime, shop, { layout: "banner", mode: "dark", footerText: "Bound by hand." });
  await shop.signIn(page, "owner");
  await page.goto("/admin/brand/versions");
  await expect(page.locator("iframe")).not.toHaveCount(0);
  await page.getByText("Compare with your pages now").first().click();
  await takePictures(page, "versions");
  await expectGoodScreen(page);
});
