import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { addMember } from "#lib/accounts/add-member.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { createMerchant } from "#lib/testing/factories.ts";
import { GET } from "./route.ts";

describeOnEveryEngine("the download of a brand", (open) => {
  it("is a file with a name, for the shop's own people alone", async () => {
    const test = await open();
    provideTestServices(test);
    const { id: merchantId } = await createMerchant(test, "fern");
    await createMerchant(test, "night");
    const created = await createUser(test, { name: "Ann", email: "ann@fern.example", password: "turquoise-walnut-ferry-42" });
    if (created.kind !== "created") throw new Error(created.kind);
    await addMember(test, { merchantId, userId: created.userId, role: "viewer" });
    const { cookies } = await startSession(test, { userId: created.userId, headers: new Headers({ "user-agent": "test" }) });
    const cookie = cookies.map((each) => each.split(";")[0]).join("; ");
    const download = (query: string, headers: Record<string, string> = { cookie }) =>
      GET(new Request(`http://localhost:3000/admin/brand-file?${query}`, { headers }), { params: Promise.resolve({}) });

    const response = await download("merchant=fern&of=draft");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="fern-brand-draft-2026-03-01.json"');
    expect(await response.json()).toMatchObject({ format: "waymark-brand", brand: { name: "Shop fern" }, images: [] });
    expect((await download("merchant=fern")).headers.get("content-disposition")).toContain("fern-brand-2026-03-01.json");
    expect((await download("merchant=night")).status).toBe(404);
    expect((await download("merchant=fern", {})).status).toBe(401);
  });
});
