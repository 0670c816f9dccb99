import { expect, test } from "@playwright/test";
import { demoParcel, ingest, pathOf, privateUrls } from "./demo.ts";

/** Everything personal that the demo's vendors were told; none of it may stand on a public page, in any form of it. */
const PRIVATE_VALUES = [
  "A. Demoperson",
  "DEMOPERSON",
  "28002-A",
  "28002-A-001",
  "9400100109361129278358",
  "John Smith",
  "Phillips Rice",
  "330) 638",
  "64862",
  "10018",
  "UNPT1B00M",
];

const PUBLIC_PAGES = ["/usps/9400100109361129278357", "/tracking/voltline/fedex/794600000000", "/usps/9405511899223197428490"];

test.describe("the public page", () => {
  for (const path of PUBLIC_PAGES) {
    for (const [form, address] of [
      ["page", path],
      ["JSON", `${path}.json`],
    ] as const) {
      test(`holds nothing personal: ${form} of ${path}`, async ({ request }) => {
        const text = await (await request.get(address)).text();
        const own = path.split("/").at(-1) ?? "";
        expect(text).toContain(own);
        const found = PRIVATE_VALUES.filter((value) => !own.includes(value)).filter((value) =>
          text.toLowerCase().includes(value.toLowerCase()),
        );
        expect(found).toEqual([]);
      });
    }
  }

  test("gives away no key", async ({ request }) => {
    const parcel = demoParcel("9405511899223197428490");
    const key = new URL(privateUrls(parcel)[0] ?? "").searchParams.get("key") ?? "";
    expect(key.length).toBeGreaterThan(20);
    const answers = await Promise.all(["", ".json"].map(async (form) => (await request.get(`${pathOf(parcel)}${form}`)).text()));
    expect(answers.filter((text) => text.includes(key))).toEqual([]);
  });

  test("may be kept by a shared cache; the private one may not", async ({ request }) => {
    const parcel = demoParcel("9405511899223197428490");
    const publicAnswer = await request.get(pathOf(parcel));
    const privateAnswer = await request.get(privateUrls(parcel)[0] ?? "");
    expect(publicAnswer.headers()["cache-control"]).toContain("public");
    expect(privateAnswer.headers()["cache-control"]).toBe("private, no-store");
  });
});

test.describe("the private page", () => {
  test("shows order, items and the other parcel, each link opening the right parcel", async ({ page }) => {
    const [first] = privateUrls(demoParcel("9400100109361129278357"));
    await page.goto(first ?? "");
    await expect(page.getByRole("main")).toContainText("28002-A");
    const other = page.locator('a[href*="9400100109361129278358"][href*="key="]').first();
    await other.click();
    await expect(page).toHaveURL(/9400100109361129278358\?key=/);
    await expect(page.getByRole("main")).toContainText("28002-A");
  });

  test("shows who signed", async ({ page }) => {
    const [url] = privateUrls(demoParcel("794600000000"));
    await page.goto(url ?? "");
    await expect(page.getByRole("main")).toContainText(/demoperson/i);
  });
});

test.describe("every answer", () => {
  for (const address of [
    "/usps/9405511899223197428490",
    "/usps/9405511899223197428490.json",
    "/usps/9400111111111111111111",
    "/pigeon/1234",
    "/",
    "/nothing/at/all",
  ]) {
    test(`is strict about what may run and what may be told: ${address}`, async ({ request }) => {
      const headers = (await request.get(address)).headers();
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["content-security-policy"]).not.toContain("unsafe");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["x-robots-tag"]).toContain("noindex");
      expect(headers["set-cookie"]).toBeUndefined();
      expect(headers["x-powered-by"]).toBeUndefined();
    });
  }

  test("carries hostile text from a carrier as text", async ({ page }) => {
    const hostile = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
    const payload = {
      id: "trk_00000000000000000000000000000666",
      object: "Tracker",
      mode: "production",
      tracking_code: "9400100000000000000666",
      status: "in_transit",
      created_at: "2026-01-01T00:00:00Z",
      updated_at: "2026-01-01T00:00:00Z",
      carrier: "USPS",
      tracking_details: [
        {
          object: "TrackingDetail",
          message: hostile,
          status: "in_transit",
          datetime: "2026-01-01T10:00:00-06:00",
          tracking_location: { city: `"><svg onload=alert(1)>`, state: null, country: "US", zip: null },
        },
      ],
    };
    const [address] = ingest("easypost", payload, "fern-and-fable");
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(address?.privateUrl ?? "");
    await expect(page.getByRole("main")).toContainText("onerror");
    expect(await page.title()).not.toBe("owned");
    expect(complaints).toEqual([]);
  });
});
