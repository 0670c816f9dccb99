import { prepareUser } from "#lib/accounts/create-user.ts";
import type { SignIn } from "#lib/accounts/sign-in.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import type { BrandInput } from "#lib/branding/brand.ts";
import { insertMembershipIfNone } from "#lib/db/queries/memberships.ts";
import { countLivingSandboxes } from "#lib/db/queries/sandboxes.ts";
import type { JobQueue } from "#lib/jobs/job-queue.ts";
import type { Merchant } from "#lib/merchants/merchant.ts";
import { upsertMerchant } from "#lib/merchants/upsert-merchant.ts";
import { HOUR_MS, type Instant, plusMs } from "#lib/shared/clock.ts";
import { AppError } from "#lib/shared/errors.ts";
import { type RandomBytes, randomToken } from "#lib/shared/ids.ts";
import type { IngestContext } from "#lib/shipments/ingest.ts";
import { DEMO_BRANDS, type DemoBrand } from "./demo-brands.ts";
import { SANDBOX_PARCELS } from "./sandbox-parcels.ts";
import { tellParcel } from "./tell-parcel.ts";

export const SANDBOX_HOURS = 24;
/** Each is a handful of parcels; together they are a shop of some thousands. */
export const MOST_SANDBOXES = 200;

export type OpenSandboxContext = IngestContext & { signIn: SignIn; jobs: JobQueue };

export type OpenSandboxOutcome = { kind: "opened"; slug: string; cookies: string[] } | { kind: "full" };

/** Makes a visitor a shop of their own for a day, with parcels in every status, and signs them in to it. */
export async function openSandbox(ctx: OpenSandboxContext, { headers }: { headers: Headers }): Promise<OpenSandboxOutcome> {
  const now = ctx.clock.now();
  if ((await countLivingSandboxes(ctx.db.kysely, now)) >= MOST_SANDBOXES) return { kind: "full" };
  const name = randomToken(ctx.random).slice(0, 12);
  const merchant = await makeShop(ctx, { slug: `try-${name}`, expiresAt: plusMs(now, SANDBOX_HOURS * HOUR_MS) });
  const userId = await makeOwner(ctx, merchant, `visitor-${name}@demo.invalid`);
  for (const parcel of SANDBOX_PARCELS) await tellParcel(ctx, parcel, merchant);
  const { cookies } = await startSession(ctx, { userId, headers });
  return { kind: "opened", slug: merchant.slug, cookies };
}

async function makeShop(ctx: OpenSandboxContext, { slug, expiresAt }: { slug: string; expiresAt: Instant }): Promise<Merchant> {
  const outcome = await upsertMerchant(ctx, { slug, brand: chooseBrand(ctx.random), expiresAt });
  if (outcome.kind !== "saved") throw new AppError("internal", { message: "A sandbox could not be made.", details: { outcome } });
  await ctx.jobs.enqueue(ctx.db.kysely, { task: "prune", payload: {}, key: `close ${slug}`, runAt: expiresAt });
  return outcome.merchant;
}

function chooseBrand(random: RandomBytes): BrandInput {
  const [byte = 0] = random(1);
  const { brand } = DEMO_BRANDS[byte % DEMO_BRANDS.length] as DemoBrand;
  return brand;
}

async function makeOwner(ctx: OpenSandboxContext, { id }: Merchant, email: string) {
  const visitor = await prepareUser(ctx, { name: "Visitor", email, password: null });
  if (visitor.kind !== "ready") throw new AppError("internal", { message: "A visitor could not be made.", details: { visitor } });
  return ctx.db.kysely.transaction().execute(async (trx) => {
    const created = await visitor.insert(trx);
    if (created.kind !== "created") throw new AppError("internal", { message: "Two visitors have one name." });
    await insertMembershipIfNone(trx, { merchant_id: id, user_id: created.userId, role: "owner", created_at: ctx.clock.now() });
    return created.userId;
  });
}
