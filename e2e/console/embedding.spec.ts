import { expect, expectGoodScreen, test } from "./console.ts";

test("a shop says which of its sites may embed, and takes the two lines that do it", async ({ page, shop, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const embed = `/tracking/${shop.slug}/embed/usps/9400111111111111111111`;
  const policy = async () => (await page.request.get(embed)).headers()["content-security-policy"];
  await shop.signIn(page, "editor");
  await page.goto("/admin/brand#embedding");
  const group = page.locator("details#embedding");
  await expect(group.getByText("No site is allowed yet")).toBeVisible();
  expect(await policy()).toContain("frame-ancestors 'none'");

  await group.getByRole("button", { name: "Add a site" }).click();
  const site = group.getByLabel("Site 1", { exact: true });
  await expect(site).toBeFocused();
  await site.fill("http://shop.example/orders");
  await expect(site).toHaveAccessibleDescription(/Must be a site without a path/);
  await site.fill("https://Shop.example/");
  await expect(site).not.toHaveAccessibleDescription(/Must be/);
  await group.getByRole("button", { name: "Copy both lines" }).click();
  const origin = new URL(page.url()).origin;
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(
      `<script async src="${origin}/embed.js"></script>\n<waymark-tracker carrier="CARRIER" number="NUMBER" merchant="${shop.slug}"></waymark-tracker>`,
    );
  await expectGoodScreen(page);

  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish" });
  await expect(dialog.getByRole("listitem")).toContainText(["Allowed sites"]);
  await dialog.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByText(/Published as version \d+/)).toBeVisible();
  await expect.poll(policy).toMatch(/frame-ancestors https:\/\/shop\.example$/);

  await group.getByRole("button", { name: "Remove https://Shop.example/" }).click();
  await expect(group.getByRole("button", { name: "Add a site" })).toBeFocused();
  await expect(group.getByText("No site is allowed yet")).toBeVisible();
});
