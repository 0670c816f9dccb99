/** Pictures on their way from a merchant's desk to a shopper's page, and what is turned back on the way. */
import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { signpost, svgOf, writePng } from "#lib/images/pictures.testing.ts";
import { expect, expectGoodScreen, takePictures, test } from "./console.ts";

const LOGO = svgOf(
  `<circle cx="60" cy="50" r="44" fill="#1f5c46"/><rect x="120" y="30" width="260" height="40" rx="20" fill="#e8772e"/>`,
  'width="420" height="100"',
);
const png = (bytes: Uint8Array) => ({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from(bytes) });

const field = (page: Page, name: string) => page.getByRole("group", { name, exact: true });
const choose = (into: Locator, file: ReturnType<typeof png>) => into.locator("input[type=file]").setInputFiles(file);

/** Its preview comes last: by then it also listens to what is dropped on it and pasted. */
async function openStudio(page: Page): Promise<void> {
  await page.goto("/admin/brand");
  await expect(page.locator("iframe[data-shown]")).toBeVisible();
}

/** Gives a file to whatever listens there, as a hand or a clipboard would. */
async function hand(to: Locator, event: "drop" | "paste", file: Uint8Array): Promise<void> {
  await to.evaluate(
    (element, { event, bytes }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], "logo.svg", { type: "image/svg+xml" }));
      const given =
        event === "drop"
          ? new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent("paste", { clipboardData: data, bubbles: true });
      element.dispatchEvent(given);
    },
    { event, bytes: [...file] },
  );
}

test("a logo is cropped, uploaded, and stands on the page", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  const logo = field(page, "Logo");
  await choose(logo, png(await sharp(LOGO).png().toBuffer()));
  const dialog = page.getByRole("dialog", { name: "Choose what is shown" });
  await expect(dialog.getByRole("status")).toHaveText("420 × 100 pixels");
  await expectGoodScreen(page);
  await takePictures(page, "crop");

  await dialog.getByRole("button", { name: "Right side" }).focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(dialog.getByRole("status")).toHaveText("378 × 100 pixels");
  await dialog.getByRole("button", { name: "Reset" }).click();
  await expect(dialog.getByRole("status")).toHaveText("420 × 100 pixels");
  const frame = await dialog.getByRole("button", { name: "Right side" }).boundingBox();
  if (!frame) throw new Error("the crop has no right side");
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
  await page.mouse.down();
  await page.mouse.move(frame.x - 100, frame.y, { steps: 5 });
  await page.mouse.up();
  await expect(dialog.getByRole("status")).not.toHaveText("420 × 100 pixels");

  await dialog.getByRole("button", { name: "Upload" }).click();
  const shown = logo.getByRole("img", { name: "Logo, as it is now" });
  await expect(shown).toHaveAttribute("src", new RegExp(`^/uploads/${shop.slug}/[\\da-f]{64}\\.`));
  const url = (await shown.getAttribute("src")) ?? "";
  await expect(page.frameLocator("iframe").first().locator(`img.logo[src="${url}"]`)).toBeVisible();

  const served = await page.request.get(url);
  expect(served.headers()).toMatchObject({
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect((await page.request.fetch(url, { method: "HEAD" })).status()).toBe(200);
});

test("a logo that nobody would see on dark pages is told so, before a shopper finds out", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  await hand(
    field(page, "Logo").getByText("Drop, paste or choose a picture"),
    "drop",
    svgOf('<rect width="200" height="100" fill="#111"/>'),
  );
  const dark = field(page, "Logo for dark pages");
  await expect(dark.getByRole("img", { name: "Logo for dark pages: shown while there is none" })).toBeVisible();
  await expect(dark.getByText("Most of it can hardly be seen on this background.")).toBeVisible();
  await expect(field(page, "Logo").getByText("hardly be seen")).toBeHidden();
  await takePictures(page, "faint-logo");
});

test("a crop that is called off uploads nothing", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  const uploads: string[] = [];
  page.on("request", (request) => request.url().includes("/admin/images") && uploads.push(request.url()));
  await choose(field(page, "Icon"), png(await signpost().png().toBuffer()));
  const dialog = page.getByRole("dialog", { name: "Choose what is shown" });
  await expect(dialog.getByRole("status")).toHaveText("100 × 100 pixels");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(uploads).toEqual([]);
});

test("a logo can be dropped and pasted as well, replaced and removed", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  const logo = field(page, "Logo");
  const shown = logo.getByRole("img", { name: "Logo, as it is now" });
  await hand(logo.getByText("Drop, paste or choose a picture"), "drop", LOGO);
  await expect(shown).toBeVisible();
  const first = await shown.getAttribute("src");
  await hand(logo.getByRole("button", { name: "Remove" }), "paste", svgOf('<rect width="200" height="100" fill="#24a"/>'));
  await expect(shown).not.toHaveAttribute("src", first ?? "");
  await logo.getByRole("button", { name: "Remove" }).click();
  await expect(logo.getByText("Drop, paste or choose a picture")).toBeVisible();
  await expect(logo).toBeFocused();
});

test("what cannot be a logo is turned back with a word on what to do", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  const logo = field(page, "Logo");
  const svg = (body: string) => ({ name: "logo.svg", mimeType: "image/svg+xml", buffer: svgOf(body) });
  for (const [file, words] of [
    [png(Buffer.from("%PDF-1.7")), "This is a PDF"],
    [svg("<script>alert(1)</script>"), "contains a script"],
    [svg('<image href="https://evil.example/a.png"/>'), "wraps another picture"],
    [svg("<text>Fern</text>"), "Turn the text into outlines"],
    [png(writePng({ width: 50_000, height: 50_000 }, new Uint8Array(100))), "50000 × 50000 pixels"],
  ] as const) {
    await choose(logo, file);
    await expect(logo.getByText(words)).toBeVisible();
  }
});

test("a shop is made to look like its site, from its logo and a colour", async ({ page, shop }) => {
  await shop.signIn(page, "editor");
  await openStudio(page);
  const like = page.getByRole("region", { name: "Make it like my site" });
  await page.getByText("Take colours from my site or logo").click();
  await choose(like, { name: "logo.svg", mimeType: "image/svg+xml", buffer: LOGO });
  const looks = like.getByRole("list", { name: "Suggested looks" }).getByRole("listitem");
  await expect(looks.first()).toContainText("with its");
  await expectGoodScreen(page);
  await takePictures(page, "make-it-like-my-site");
  await looks
    .first()
    .getByRole("button", { name: /^Use this/ })
    .click();
  await expect(looks.first().getByRole("button", { name: /^In use/ })).toBeVisible();
  await expect(page.frameLocator("iframe").first().locator("img.logo")).toBeVisible();

  await like.getByLabel("Brand colour").fill("greenish");
  await like.getByRole("button", { name: "Suggest looks" }).click();
  await expect(like.getByText("This is no colour we can read")).toBeVisible();
  await like.getByLabel("Brand colour").fill("--brand: rgb(36, 87, 214)");
  await like.getByRole("button", { name: "Suggest looks" }).click();
  await expect(looks.first()).toContainText("Your blue");
});

test("a viewer looks at the images and changes none; another shop and a passer-by upload nothing here", async ({
  page,
  shop,
  rival,
  server,
}) => {
  const address = `${server.origin}/admin/images?merchant=${shop.slug}&purpose=logo`;
  const ask = async (cookie: string, origin = server.origin) =>
    (await fetch(address, { method: "POST", headers: { cookie, origin }, body: LOGO })).status;
  expect(await ask(await shop.cookie("editor"))).toBe(200);
  expect(await ask(await shop.cookie("viewer"))).toBe(403);
  expect(await ask(await rival.cookie("owner"))).toBe(404);
  expect(await ask("")).toBe(401);
  expect(await ask(await shop.cookie("editor"), "https://evil.example")).toBe(403);
  await shop.signIn(page, "viewer");
  await openStudio(page);
  await expect(field(page, "Logo").locator("input[type=file]")).toBeDisabled();
});

test("the server outlives what is meant to end it", async ({ shop, server }) => {
  const cookie = await shop.cookie("editor");
  const nested = `<svg xmlns="http://www.w3.org/2000/svg">${"<g>".repeat(100_000)}`;
  const filters = Array.from({ length: 400 }, (_, index) => `<feFlood flood-color="red" result="r${index}"/>`).join("");
  const vast = svgOf(
    `<filter id="f" x="0" y="0" width="1" height="1">${filters}</filter><rect width="2000" height="2000" filter="url(#f)"/>`,
    'width="2000" height="2000"',
  );
  const bombs = [
    Buffer.from(nested),
    vast,
    writePng({ width: 5000, height: 5000, depth: 16 }, new Uint8Array(32 * 1024 * 1024)),
    (await signpost().png().toBuffer()).subarray(0, 200),
  ];
  const answers = await Promise.all(
    bombs.map((body) =>
      fetch(`${server.origin}/admin/images?merchant=${shop.slug}&purpose=promo`, {
        method: "POST",
        headers: { cookie, origin: server.origin },
        body: body as BodyInit,
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
});
