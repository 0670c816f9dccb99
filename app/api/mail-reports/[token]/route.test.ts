import { expect, it, vi } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { rotateReportsToken } from "#lib/senders/rotate-reports-token.ts";
import { openShop } from "#lib/subscriptions/shopper.testing.ts";
import { describeOnEveryEngine, type TestDatabase } from "#lib/testing/databases.ts";
import { POST as smsReport } from "../../sms-reports/[token]/route.ts";
import { GET, HEAD, POST, PUT } from "./route.ts";

const BOUNCE = JSON.stringify({ RecordType: "Bounce", Type: "HardBounce", Email: "mia@shopper.example" });

async function setUp(test: TestDatabase, options: Parameters<typeof provideTestServices>[1] = {}) {
  provideTestServices(test, options);
  const shop = await openShop(test);
  await shop.wish();
  return { shop, token: await rotateReportsToken(test, shop.merchantId) };
}

async function call(handler: typeof POST, token: string, body: BodyInit, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost:3000/api/mail-reports/${token}`, { method: "POST", body, headers });
  const response = await handler(request, { params: Promise.resolve({ token }) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describeOnEveryEngine("POST /api/mail-reports/<token>", (open) => {
  it("takes a report, whatever its content type says", async () => {
    const { shop, token } = await setUp(await open());
    for (const type of ["application/json", "text/plain"]) {
      const answer = await call(POST, token, BOUNCE, { "content-type": type });
      expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { taken: true, suppressed: 1 }]);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect((await shop.only()).row.ended_reason).toBe("bounced");
  });

  it.each<[string, number, string, (token: string) => [string, BodyInit]]>([
    ["at nobody's address", 404, "No such address", () => ["guessed", BOUNCE]],
    ["of no shape we know", 422, "Report not understood", (token) => [token, "{}"]],
    ["of more than 1 MB", 413, "Report too large", (token) => [token, "x".repeat(1024 * 1024 + 1)]],
  ])("answers what comes %s with %d", async (_, status, title, send) => {
    const { shop, token } = await setUp(await open());
    const answer = await call(POST, ...send(token));
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, expect.objectContaining({ status, title })]);
    expect((await shop.only()).row.state).toBe("active");
  });

  it("asks to send again what could not be kept", async () => {
    const test = await open();
    const { token } = await setUp(test);
    const kysely = {
      ...test.db.kysely,
      selectFrom: () => {
        throw new Error("the disk is full");
      },
    } as unknown as TestDatabase["db"]["kysely"];
    provideTestServices({ ...test, db: { ...test.db, kysely } });
    const answer = await call(POST, token, BOUNCE);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "60"]);
  });

  it("is not done by a look: only POST reports", async () => {
    const { shop, token } = await setUp(await open());
    for (const handler of [GET, HEAD, PUT]) {
      const response = handler(new Request(`http://localhost:3000/api/mail-reports/${token}`));
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
    expect((await shop.only()).row.state).toBe("active");
  });

  it("writes its address into no log", async () => {
    const written: string[] = [];
    const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
    try {
      const { token } = await setUp(await open(), { logLevel: "debug" });
      await call(POST, token, BOUNCE);
      expect(written.join("")).toContain('"route":"mail_reports"');
      expect(written.join("")).not.toContain(token);
    } finally {
      spy.mockRestore();
    }
  });
});

describeOnEveryEngine("POST /api/sms-reports/<token>", (open) => {
  it("believes nobody where the shop has no account for SMS", async () => {
    const { token } = await setUp(await open());
    expect((await call(smsReport, token, "MessageSid=SM1&Body=STOP")).status).toBe(404);
  });
});
