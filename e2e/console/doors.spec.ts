/** Knocks at every page, route and action of the console: as nobody, with too small a role, and as another shop's owner. */
import type { Role } from "#lib/shared/role.ts";
import { hasRole, ROLES } from "#lib/shared/role.ts";
import { type BuiltAction, listActions, listDoors } from "./built-doors.ts";
import { type Caller, callAction } from "./call-action.ts";
import { expect, type Shop, test } from "./console.ts";
import { ACTIONS, OPEN_ACTIONS, PAGES, ROUTES } from "./door-table.ts";
import { fillShop } from "./fill-shop.ts";
import { listRowsOf } from "./list-rows-of.ts";

const built = listActions();
const callerOf = async (shop: Shop, role: Role, origin: string): Promise<Caller> => ({ origin, cookie: await shop.cookie(role) });

test("every page, route and action is known here", () => {
  const { pages, routes } = listDoors();
  expect(Object.keys(PAGES).toSorted()).toEqual(pages);
  expect(Object.keys(ROUTES).toSorted()).toEqual(routes);
  expect([...Object.keys(ACTIONS), ...OPEN_ACTIONS].toSorted()).toEqual(built.map(({ name }) => name));
});

const guarded = built.filter(({ name }) => name in ACTIONS);
const roleOf = ({ name }: BuiltAction): Role => ACTIONS[name]?.role ?? "owner";

test("nobody does anything", async ({ server, shop }) => {
  for (const action of guarded) {
    const answer = await callAction({ origin: server.origin, cookie: "" }, action, [shop.slug, {}]);
    expect(answer, action.name).toMatchObject({ kind: "refused", reason: "signed_out" });
  }
});

test("a smaller role does nothing that takes a greater one", async ({ server, shop }) => {
  for (const role of ROLES) {
    const caller = await callerOf(shop, role, server.origin);
    for (const action of guarded.filter((candidate) => !hasRole(role, roleOf(candidate)))) {
      const answer = await callAction(caller, action, [shop.slug, {}]);
      expect(answer, `${action.name} as ${role}`).toMatchObject({ kind: "refused", reason: "forbidden" });
    }
  }
});

test("another shop's owner does nothing to this one, by whichever name", async ({ server, runtime, shop, rival }) => {
  const things = await fillShop(runtime, shop);
  const before = await listRowsOf(runtime, shop.id);
  const stranger = await callerOf(rival, "owner", server.origin);
  for (const action of guarded) {
    const input = ACTIONS[action.name]?.aim?.(things) ?? {};
    const direct = await callAction(stranger, action, [shop.slug, input]);
    expect(direct, `${action.name} on the other shop`).toMatchObject({ kind: "refused", reason: "not_found" });
    if (ACTIONS[action.name]?.aim === undefined) continue;
    const aside = await callAction(stranger, action, [rival.slug, input]);
    expect(aside?.kind, `${action.name} with the other shop's ids`).toMatch(/refused|invalid/);
  }
  expect(await listRowsOf(runtime, shop.id)).toEqual(before);
});

test("pages open for whom they are for, and nobody else", async ({ server, runtime, shop, rival }) => {
  const things = await fillShop(runtime, shop);
  for (const [address, page] of Object.entries(PAGES)) {
    if (page.role === null) continue;
    const url = `${server.origin}${page.at?.(things) ?? address}`;
    const nobody = await fetch(url, { redirect: "manual" });
    expect(nobody.headers.get("location"), `${address} as nobody`).toMatch(/\/admin\/sign-in/);
    for (const role of ROLES) {
      const { status } = await fetch(url, { redirect: "manual", headers: { cookie: await shop.cookie(role) } });
      expect(status, `${address} as ${role}`).toBe(hasRole(role, page.role) ? 200 : 403);
    }
    if (!page.at) continue;
    const stranger = await fetch(url, { redirect: "manual", headers: { cookie: await rival.cookie("owner") } });
    expect(stranger.status, `${address} as another shop's owner`).toBe(404);
  }
});

test("routes answer whom they are for, and nobody else", async ({ server, runtime, shop, rival }) => {
  const things = await fillShop(runtime, shop);
  for (const [address, route] of Object.entries(ROUTES)) {
    if (route.role === null) continue;
    const url = `${server.origin}${route.at(things)}${route.at(things).includes("?") ? "&" : "?"}merchant=${shop.slug}`;
    for (const method of route.methods) {
      const ask = (cookie: string, origin = server.origin) =>
        fetch(url, { method, redirect: "manual", headers: { ...(cookie && { cookie }), origin }, ...(method === "POST" && { body: "x" }) });
      expect((await ask("")).status, `${method} ${address} as nobody`).toBe(401);
      expect((await ask(await rival.cookie("owner"))).status, `${method} ${address} as another shop's owner`).toBe(404);
      for (const role of ROLES.filter((one) => !hasRole(one, route.role ?? "owner"))) {
        expect((await ask(await shop.cookie(role))).status, `${method} ${address} as ${role}`).toBe(403);
      }
      if (method !== "POST") continue;
      expect((await ask(await shop.cookie("owner"), "https://evil.example")).status, `${address} from another site`).toBe(403);
    }
  }
});
