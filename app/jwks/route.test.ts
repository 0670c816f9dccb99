import { createPublicKey, type JsonWebKey } from "node:crypto";
import { expect, it } from "vitest";
import { provideTestServices } from "#app/_server/visit.testing.ts";
import { describeOnEveryEngine } from "#lib/testing/databases.ts";
import { GET } from "./route.ts";

describeOnEveryEngine("GET /jwks", (open) => {
  it("publishes the key that ShipEngine's format is signed with, and keeps it", async () => {
    const test = await open();
    provideTestServices(test);
    const answer = await GET();
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "public, max-age=3600"]);
    const jwks = (await answer.json()) as { keys: JsonWebKey[] };
    expect(jwks.keys).toHaveLength(1);
    expect(Object.keys(jwks.keys[0] ?? {}).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
    const key = createPublicKey({ key: jwks.keys[0] ?? {}, format: "jwk" });
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(await (await GET()).json()).toEqual(jwks);
  });

  it("asks to come again while the database cannot be read", async () => {
    const test = await open();
    provideTestServices({ ...test, vault: { ...test.vault, open: () => expect.unreachable("no key") } });
    const answer = await GET();
    expect([answer.status, answer.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  });
});
