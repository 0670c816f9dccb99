import { expect, test } from "@playwright/test";

const canonical = "/usps/9405511899223197428490";

test.describe("addresses", () => {
  for (const [title, from] of [
    ["lower case and dashes in the number", "/usps/9405-5118-9922-3197-4284-90"],
    ["spaces in the number", "/usps/9405%205118%209922%203197%204284%2090"],
    ["an alias of the carrier", "/USPS/9405511899223197428490"],
    ["a trailing slash", "/usps/9405511899223197428490/"],
  ] as const) {
    test(`redirects permanently to the one spelling: ${title}`, async ({ request }) => {
      const answer = await request.get(from, { maxRedirects: 0 });
      expect(answer.status()).toBe(308);
      expect(answer.headers().location).toBe(canonical);
    });
  }

  test("keeps language, theme and key through a redirect, and nothing else", async ({ request }) => {
    const key = "7f3kz0m9c2vq8x1a5ndr4tghwyj6bpse";
    const answer = await request.get(`/USPS/9405511899223197428490?lang=de&utm_source=mail&key=${key}&theme=dark`, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers().location).toBe(`${canonical}?key=${key}&lang=de&theme=dark`);
    expect(answer.headers()["cache-control"]).toContain("private");
  });

  test("answers 404 in the brand for a carrier nobody knows", async ({ request }) => {
    const answer = await request.get("/pigeon/12345678");
    expect(answer.status()).toBe(404);
    const html = await answer.text();
    expect(html).toContain("Fern &amp; Fable");
    expect(html).toContain("noindex");
  });

  test("is friendly about a valid number that nobody registered yet", async ({ request }) => {
    const answer = await request.get("/usps/9400111111111111111111");
    expect(answer.status()).toBe(200);
    expect(answer.headers()["x-robots-tag"]).toContain("noindex");
    expect(await answer.text()).toMatch(/not in the carrier/i);
  });

  test("says the same of a parcel of another merchant as of one that does not exist", async ({ request }) => {
    const mask = (html: string, number: string) => html.replaceAll(number, "N").replaceAll(number.replace(/(.{4})(?=.)/g, "$1 "), "N");
    const theirs = await request.get("/tracking/voltline/usps/9405511899223197428490");
    const nobodys = await request.get("/tracking/voltline/usps/9405511899223197428491");
    expect(theirs.status()).toBe(200);
    expect(mask(await theirs.text(), "9405511899223197428490")).toBe(mask(await nobodys.text(), "9405511899223197428491"));
  });

  test("shows the public page for a key that is wrong or mangled", async ({ request }) => {
    for (const key of ["wrong", "", "%00", "k".repeat(5000), "a&key=b"]) {
      const answer = await request.get(`${canonical}?key=${key}`);
      expect(answer.status(), key.slice(0, 10)).toBe(200);
      expect(await answer.text()).toContain("Delivered");
    }
  });

  test("answers 404 for a merchant nobody knows", async ({ request }) => {
    expect((await request.get("/tracking/nobody/usps/9405511899223197428490")).status()).toBe(404);
  });

  test("names the merchant by its subdomain of the platform", async ({ page, baseURL }) => {
    await page.goto(`${baseURL?.replace("localhost", "voltline.localhost")}/fedex/794600000000`);
    await expect(page.getByRole("banner").getByRole("link").first()).toHaveAccessibleName(/Voltline/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Delivered");
  });

  test("answers HEAD like GET, without the body", async ({ request }) => {
    const head = await request.head(canonical);
    expect(head.status()).toBe(200);
    expect((await head.body()).length).toBe(0);
    expect(head.headers().etag).toBe((await request.get(canonical)).headers().etag);
  });

  test("answers 304 to a visitor who has the page already", async ({ request }) => {
    for (const address of [canonical, `${canonical}.json`]) {
      const first = await request.get(address);
      const second = await request.get(address, { headers: { "if-none-match": first.headers().etag ?? "" } });
      expect([first.status(), second.status()], address).toEqual([200, 304]);
    }
  });

  test("refuses other methods politely", async ({ request }) => {
    expect((await request.put(canonical, { data: "x" })).status()).toBe(405);
  });
});

test.describe("the look-up", () => {
  test("finds the carrier from the number alone", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("textbox").fill("9405 5118 9922 3197 4284 90");
    await page.getByRole("main").getByRole("button").first().click();
    await expect(page).toHaveURL(/\/usps\/9405511899223197428490$/);
  });

  test("says which digit looks wrong", async ({ page }) => {
    await page.goto("/?number=9405511899223197428491");
    await expect(page.getByRole("main")).toContainText(/digit/i);
  });

  test("lists the demo on the platform's host only", async ({ page, baseURL }) => {
    await page.goto("/");
    await expect(page.getByRole("link", { name: /Forty scans/ })).toBeVisible();
    await page.goto(`${baseURL?.replace("localhost", "voltline.localhost")}/`);
    await expect(page.getByRole("link", { name: /Forty scans/ })).toHaveCount(0);
  });

  test("tells programs what a number may be", async ({ request }) => {
    const found = await (await request.get("/api/detect?number=9405511899223197428490")).json();
    expect(found.number).toBe("9405511899223197428490");
    expect(found.candidates[0].carrier).toBe("usps");
    expect(found.near_misses).toEqual([]);
    const missed = await (await request.get("/api/detect?number=9405511899223197428491")).json();
    expect(missed.near_misses[0].reason).toMatch(/digit/i);
    expect((await request.get("/api/detect")).status()).toBe(422);
  });
});
