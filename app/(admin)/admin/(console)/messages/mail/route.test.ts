import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { addMember } from "#lib/accounts/add-member.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { GET } from "./route.ts";

async function openShop(test: TestDatabase, slug: string) {
  provideTestServices(test);
  const { id: merchantId } = await createMerchant(test, slug);
  const created = await createUser(test, { name: "Ann", email: `ann@${slug}.example`, password: "turquoise-walnut-ferry-42" });
  if (created.kind !== "created") throw new Error(created.kind);
  await addMember(test, { merchantId, userId: created.userId, role: "viewer" });
  const { cookies } = await startSession(test, { userId: created.userId, headers: new Headers({ "user-agent": "test" }) });
  const cookie = cookies.map((each) => each.split(";")[0]).join("; ");
  return (query: string, merchant = slug) =>
    GET(
      new Request(`http://localhost:3000/admin/messages/mail?merchant=${merchant}&${query}`, {
        headers: { host: "localhost:3000", cookie },
      }),
      {
        params: Promise.resolve({}),
      },
    );
}

describeOnEveryEngine("the preview of a mail", (open) => {
  it("is the mail itself, in the language and light that is asked for, with its picture", async () => {
    const look = await openShop(await open(), "fern");
    const html = await (await look("of=delivered&lang=de&scheme=dark")).text();
    expect(html).toContain('<html lang="de" dir="ltr"');
    expect(html).toContain("@media all {");
    expect(html).not.toContain("prefers-color-scheme");
    expect(html).toMatch(/<img src="data:image\/png;base64,iVBOR/);
    expect(await (await look("of=delivered&scheme=light")).text()).toContain("@media not all {");
  });

  it("can do nothing, is nobody's origin, and is framed by the console alone", async () => {
    const look = await openShop(await open(), "fern");
    const { headers } = await look("of=confirmation");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'self'; sandbox$/);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("is shown to members of the shop, whatever is asked for", async () => {
    const test = await open();
    await openShop(test, "moss");
    const look = await openShop(test, "fern");
    expect((await look("of=nonsense&lang=xx&scheme=pink")).status).toBe(200);
    expect((await look("of=delivered", "moss")).status).toBe(404);
  });
});
