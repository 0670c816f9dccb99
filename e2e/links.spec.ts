import { type APIRequestContext, expect, test } from "@playwright/test";
import { demoParcel, pathOf, privateUrls, tellNow } from "./demo.ts";

const OUT_FOR_DELIVERY = demoParcel("9400100000000000000014");
const MOVING = demoParcel("794600000000");

/** Who draws previews, by what it says of itself; none of them keeps cookies, and Slack asks for the first 32 KB only. */
const PREVIEWERS = {
  WhatsApp: { "user-agent": "WhatsApp/2.23.20.0 A", accept: "*/*" },
  iMessage: { "user-agent": "Mozilla/5.0 (Macintosh) facebookexternalhit/1.1 Facebot Twitterbot/1.0" },
  Slack: { "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", range: "bytes=0-32768" },
  Facebook: { "user-agent": "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", range: "bytes=0-524287" },
} as const;
const FIRST_BYTES = 32_768;
const MOST_IMAGE_BYTES = 300_000;

/** Reads a page's tags as previewers do: out of its first bytes, the first of each name. */
async function readPreview(request: APIRequestContext, link: string, headers: Record<string, string>) {
  const answer = await request.get(link, { headers, maxRedirects: 0 });
  const start = (await answer.body()).subarray(0, FIRST_BYTES).toString();
  const tags = new Map<string, string>();
  for (const [, name = "", content = ""] of start.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)) {
    if (!tags.has(name)) tags.set(name, content.replaceAll("&amp;", "&").replaceAll("&#x27;", "'"));
  }
  return { status: answer.status(), tags, start };
}

test.describe("a shared link", () => {
  test("shows shop, status and card in messengers and networks, and nothing private", async ({ request, baseURL }) => {
    const [privateUrl = ""] = privateUrls(OUT_FOR_DELIVERY);
    const path = pathOf(OUT_FOR_DELIVERY);
    for (const [who, headers] of Object.entries(PREVIEWERS)) {
      const { status, tags } = await readPreview(request, privateUrl, headers);
      const anybody = await readPreview(request, path, headers);
      expect(status, who).toBe(200);
      expect([...tags].join("\n"), who).toBe([...anybody.tags].join("\n"));
      expect(tags.get("og:title"), who).toContain("Fern & Fable");
      expect(tags.get("og:description")?.length, who).toBeGreaterThan(20);
      expect([tags.get("og:url"), tags.get("twitter:card")], who).toEqual([`${baseURL}${path}`, "summary_large_image"]);
    }
    const { tags } = await readPreview(request, path, PREVIEWERS.WhatsApp);
    const image = await request.get(tags.get("og:image") ?? "", { headers: PREVIEWERS.WhatsApp, maxRedirects: 0 });
    const bytes = await image.body();
    expect([image.status(), image.headers()["content-type"]]).toEqual([200, tags.get("og:image:type")]);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)].map(String)).toEqual([tags.get("og:image:width"), tags.get("og:image:height")]);
    expect(bytes.length).toBeLessThan(MOST_IMAGE_BYTES);
  });

  test("has a card on pages that are about no known parcel", async ({ request, baseURL }) => {
    for (const link of ["/", "/tracking/voltline", "/usps/9400111111111111111111", "/pigeon/12345678"]) {
      const { tags } = await readPreview(request, link, PREVIEWERS.WhatsApp);
      expect(tags.get("og:title"), link).toBeTruthy();
      const image = tags.get("og:image") ?? "";
      expect(image.startsWith(`${baseURL}/`), link).toBe(true);
      expect((await request.get(image)).headers()["content-type"], link).toBe("image/png");
    }
  });
});

test.describe("a link that scanners and mail programs had in hand", () => {
  test("opens the private page though it was mangled", async ({ page }) => {
    const [privateUrl = ""] = privateUrls(OUT_FOR_DELIVERY);
    const { pathname, searchParams } = new URL(privateUrl);
    const key = searchParams.get("key") ?? "";
    for (const link of [
      `${pathname}%3Fkey%3D${key}`,
      `${pathname}%253Fkey%253D${key}`,
      `${pathname}/?key=${key}&utm_source=klaviyo&fbclid=1`,
      `${pathname}?utm_medium=email&amp;key=3D${key.toUpperCase()}).`,
      pathname.toUpperCase().concat(`?KEY=${key}`),
      `${pathname.replace("/usps/", "/usps%2F")}?key=${key}`,
    ]) {
      const answer = await page.goto(link);
      expect(answer?.status(), link).toBe(200);
      expect(answer?.headers()["cache-control"], link).toContain("private");
    }
  });

  test("is answered soundly by any method, and for a part of it", async ({ request }) => {
    const path = pathOf(OUT_FOR_DELIVERY);
    for (const form of ["", ".json", ".ics", ".atom", ".png"]) {
      const uncompressed = { "accept-encoding": "identity" };
      const part = await request.get(`${path}${form}`, { headers: { ...uncompressed, range: "bytes=0-9" } });
      const head = await request.head(`${path}${form}`, { headers: uncompressed });
      expect([part.status(), head.status(), head.headers()["set-cookie"]], form).toEqual([200, 200, undefined]);
      expect(head.headers()["content-length"], form).toBe(String((await part.body()).length));
    }
    expect((await request.fetch(path, { method: "OPTIONS" })).headers().allow).toContain("HEAD");
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      expect((await request.fetch(`${path}.ics`, { method })).status(), method).toBe(405);
    }
  });
});

test.describe("a parcel's feed and calendar", () => {
  test("are offered by the page, and can be read by what reads such things", async ({ page, request, baseURL }) => {
    await page.goto(pathOf(MOVING));
    const feed = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
    const parsed = await page.evaluate(async (href) => {
      const text = await (await fetch(href)).text();
      const document = new DOMParser().parseFromString(text, "application/xml");
      return { errors: document.querySelectorAll("parsererror").length, entries: document.querySelectorAll("feed > entry").length };
    }, feed ?? "");
    expect(parsed.errors).toBe(0);
    expect(parsed.entries).toBeGreaterThan(1);

    tellNow(OUT_FOR_DELIVERY);
    await page.goto(pathOf(OUT_FOR_DELIVERY));
    const link = page.getByRole("link", { name: "Add to calendar" });
    const calendar = await request.get((await link.getAttribute("href")) ?? "");
    const text = await calendar.text();
    expect(calendar.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n(?:.+\r\n)+END:VCALENDAR\r\n$/);
    expect(text.replaceAll("\r\n ", "")).toContain(`${baseURL}${pathOf(OUT_FOR_DELIVERY)}`);
  });
});
