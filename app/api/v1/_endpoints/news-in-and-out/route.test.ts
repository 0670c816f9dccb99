import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, it } from "vitest";
import { createHttpClient } from "#lib/http/create-http-client.ts";
import { createTaskHandlers } from "#lib/runtime/task-handlers.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { runDueJobs } from "#lib/testing/run-due-jobs.ts";
import { createCheckedVisitor } from "../../_standard/checked-visitor.testing.ts";

describeOnEveryEngine("sources in our API", (open) => {
  it("are connected, changed, rotated and let go, and never tell a secret", async () => {
    const shop = await createCheckedVisitor(await open()).openShop("fern");
    const made = await shop.call("POST", "/api/v1/sources", {
      body: { provider: "easypost", secrets: { webhook_secret: "correct horse battery" } },
    });
    expect(made.json).toMatchObject({
      slug: "easypost",
      mode: "test",
      webhook_url: "http://localhost:3000/api/hooks/fern/easypost",
      secrets: { webhook_secret: true, api_key: false, token: false },
      made_secret: null,
    });
    const path = `/api/v1/sources/${made.json.id}`;
    const changed = await shop.call("PATCH", path, { body: { secrets: { api_key: "EZAK_something_long" }, is_polled: true } });
    expect(changed.json).toMatchObject({ is_polled: true, secrets: { webhook_secret: true, api_key: true } });
    expect((await shop.call("PATCH", path, { body: { secrets: { token: "x" } } })).json.errors[0].path).toBe("secrets.token");
    expect((await shop.call("PATCH", path, { body: { secrets: { api_key: null }, is_polled: true } })).json.errors).toMatchObject([
      { path: "is_polled" },
    ]);
    const rotated = await shop.call("POST", `${path}/rotate`, { body: { value: "another long secret" } });
    expect(rotated.json).toEqual({
      secret: { name: "webhook_secret", value: "another long secret" },
      previous_until: "2026-03-02T12:00:00Z",
    });
    expect((await shop.call("POST", `${path}/rotate`)).json.secret.value).toMatch(/^[\da-z]{32}$/);
    expect((await shop.call("POST", `${path}/rotate`, { body: { value: "x" } })).json.errors).toMatchObject([{ path: "value" }]);

    const shown = (await shop.call("GET", "/api/v1/sources")).text + changed.text;
    for (const secret of ["correct horse battery", "EZAK_something_long", "another long secret"]) expect(shown).not.toContain(secret);
    expect((await shop.call("DELETE", path)).status).toBe(204);
    expect((await shop.call("GET", path)).status).toBe(404);
  });

  it("get a secret of our making where none was given, told once", async () => {
    const shop = await createCheckedVisitor(await open()).openShop("fern");
    const { json } = await shop.call("POST", "/api/v1/sources", { body: { provider: "shippo", slug: "main" } });
    expect(json.made_secret).toEqual({ name: "token", value: expect.stringMatching(/^[\da-z]{32}$/) });
    const taken = await shop.call("POST", "/api/v1/sources", { body: { provider: "shippo", slug: "main" } });
    expect(taken.json).toMatchObject({ status: 409, code: "conflict", detail: expect.stringContaining('"main"') });
    expect((await shop.call("POST", "/api/v1/sources", { body: { provider: "push" } })).status).toBe(422);
  });
});

describeOnEveryEngine("endpoints in our API", (open) => {
  const undo: (() => unknown)[] = [];
  afterEach(async () => {
    for (const step of undo.splice(0)) await step();
  });

  /** May send to this very machine, where the shop's own server answers with `status`. */
  async function openWithServer(status: number) {
    const test = await open();
    const http = createHttpClient({ allowPrivateTargets: true });
    const runtime = { ...test, http, config: { ...test.config, allowPrivateTargets: true } };
    const bodies: string[] = [];
    const server = createServer(async (request, response) => {
      bodies.push(await text(request));
      response.writeHead(status).end("thanks");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    undo.push(
      () => http.close(),
      () => server.close(),
    );
    const { port } = server.address() as AddressInfo;
    const visitor = createCheckedVisitor(runtime);
    const runJobs = () => runDueJobs(runtime, createTaskHandlers(runtime));
    return { ...visitor, shop: await visitor.openShop("fern"), url: `http://127.0.0.1:${port}/hook`, bodies, runJobs };
  }

  it("are made, changed, rotated and deleted", async () => {
    const shop = await createCheckedVisitor(await open()).openShop("fern");
    const { json: made } = await shop.call("POST", "/api/v1/endpoints", { body: { url: "https://shop.example/hook", name: "Shop" } });
    expect(made).toMatchObject({
      format: "standard",
      has_secret: true,
      secret: expect.stringMatching(/^whsec_/),
      headers: [],
      mode: "test",
    });
    const path = `/api/v1/endpoints/${made.id}`;
    expect((await shop.call("GET", path)).text).not.toContain(made.secret);
    const headers = [{ name: "x-shop", value: "1" }];
    expect((await shop.call("PATCH", path, { body: { headers, is_disabled: true } })).json).toMatchObject({
      headers,
      name: "Shop",
      disabled_at: "2026-03-01T12:00:00Z",
    });
    expect((await shop.call("POST", `${path}/replay`)).json).toMatchObject({
      status: 409,
      detail: expect.stringContaining("Enable it first"),
    });
    expect((await shop.call("POST", `${path}/rotate`)).json.secret).not.toBe(made.secret);
    expect((await shop.call("GET", "/api/v1/endpoints?format=shippo")).json.data).toEqual([]);
    expect((await shop.call("DELETE", path)).status).toBe(204);
    expect((await shop.call("GET", path)).status).toBe(404);
  });

  it("say what is wrong with an address, a secret or a header, and that some formats have no secret", async () => {
    const shop = await createCheckedVisitor(await open()).openShop("fern");
    const post = async (body: object) => (await shop.call("POST", "/api/v1/endpoints", { body })).json;
    const slips = await post({ url: "ftp://shop.example", secret: "short", headers: [{ name: "host", value: "x" }] });
    expect(slips.errors.map(({ path }: { path: string }) => path)).toEqual(["url", "secret", "headers.0.name"]);
    const { id } = await post({ url: "https://shop.example/hook", format: "shipengine" });
    expect((await shop.call("POST", `/api/v1/endpoints/${id}/rotate`)).json).toMatchObject({
      status: 409,
      detail: expect.stringContaining("/jwks"),
    });
  });

  it("tell what came back of a sample, and of every delivery, which can be sent again", async () => {
    const { shop, url, bodies, runJobs } = await openWithServer(200);
    const { json: made } = await shop.call("POST", "/api/v1/endpoints", { body: { url } });
    expect((await shop.call("POST", `/api/v1/endpoints/${made.id}/test`)).json).toMatchObject({
      is_accepted: true,
      problem: null,
      http_status: 200,
      answer: "thanks",
    });
    await shop.call("POST", "/api/v1/trackers", { body: { tracking_number: "EZ2000000002", carrier: "usps" } });
    await runJobs();
    const { json: page } = await shop.call("GET", `/api/v1/deliveries?endpoint_id=${made.id}&state=delivered`);
    expect(page.data).toMatchObject([{ url, state: "delivered", attempts: [{ attempt: 1, http_status: 200, problem: null }] }]);
    expect(JSON.parse(bodies[1] ?? "")).toMatchObject({
      type: "tracker.created",
      data: { tracker: { tracking_number: "EZ2000000002" }, previous: {} },
    });

    expect((await shop.call("POST", `/api/v1/deliveries/${page.data[0].id}/replay`)).status).toBe(202);
    expect((await shop.call("GET", "/api/v1/deliveries?state=pending")).json.data).toHaveLength(1);
    expect((await shop.call("POST", `/api/v1/endpoints/${made.id}/replay`)).json).toEqual({ count: 1 });
    await runJobs();
    expect(bodies).toHaveLength(3);
    expect((await shop.call("POST", "/api/v1/deliveries/dlv_nobody/replay")).status).toBe(404);
  });

  it("raise a notice when they fail, which can be put aside", async () => {
    const { shop, openShop: openAnother, url, runJobs } = await openWithServer(410);
    const live = await openAnother("fern", "production");
    const trying = await openAnother("night", "test");
    await shop.call("POST", "/api/v1/endpoints", { body: { url } });
    await shop.call("POST", "/api/v1/trackers", { body: { tracking_number: "EZ2000000002", carrier: "usps" } });
    await runJobs();
    const { json: notices } = await shop.call("GET", "/api/v1/notices");
    expect(notices.data).toMatchObject([{ kind: "endpoint.disabled", resolved_at: null }]);
    expect((await live.call("GET", "/api/v1/notices")).json.data).toEqual([]);
    expect((await live.call("POST", `/api/v1/notices/${notices.data[0].id}/resolve`)).status).toBe(404);
    expect((await trying.call("GET", "/api/v1/notices")).json.data).toEqual([]);
    expect((await shop.call("POST", `/api/v1/notices/${notices.data[0].id}/resolve`)).status).toBe(204);
    expect((await shop.call("GET", "/api/v1/notices")).json.data).toEqual([]);
    expect((await shop.call("GET", "/api/v1/notices?resolved=true")).json.data).toHaveLength(1);
    expect((await shop.call("POST", `/api/v1/notices/${notices.data[0].id}/resolve`)).status).toBe(404);
  });
});
