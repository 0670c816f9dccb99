import { inviteMember } from "#lib/accounts/invite-member.ts";
import { createApiKey } from "#lib/auth/create-api-key.ts";
import { uploadImage } from "#lib/brands/upload-image.ts";
import { addDomain } from "#lib/domains/add-domain.ts";
import { createImport } from "#lib/imports/create-import.ts";
import { createEndpoint } from "#lib/notifications/create-endpoint.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { addSenderDomain } from "#lib/senders/add-sender-domain.ts";
import { registerTracker } from "#lib/shipments/register-tracker.ts";
import { createSource } from "#lib/sources/create-source.ts";
import type { Shop } from "./console.ts";

/** One of everything a shop can have, by the ids that a stranger would have to guess. */
export type Things = Awaited<ReturnType<typeof fillShop>>;

const MODE = "production";
const NO_COLUMNS = { orderNumber: null, customerEmail: null, orderedAt: null, itemTitle: null, itemSku: null, itemQuantity: null };
const PLAN = { columns: { trackingNumber: 0, carrier: 1, ...NO_COLUMNS }, carrier: null, dateOrder: "day_first" };

export async function fillShop(runtime: Runtime, shop: Shop) {
  const caller = { merchantId: shop.id, mode: MODE } as const;
  const { owner, viewer } = shop.users;
  const parcel = await registerTracker(runtime, { caller, carrier: null, trackingNumber: "9405511899223197428490" });
  const source = await createSource(runtime, { merchantId: shop.id, provider: "shipment_notify", mode: MODE });
  const endpoint = await createEndpoint(runtime, { caller, url: "http://127.0.0.1:9/hooks", format: "standard" });
  const key = await createApiKey(runtime, { merchantId: shop.id, mode: MODE, name: "shop" });
  const domain = await addDomain(runtime, { merchantId: shop.id, userId: owner.id, text: `track.${shop.slug}.example` });
  const sender = await addSenderDomain(runtime, { merchantId: shop.id, text: `${shop.slug}.example` });
  // Once an hour the server looks at them by itself, and would ask the world.
  for (const table of ["domains", "sender_domains"] as const) {
    await runtime.db.kysely.updateTable(table).set({ next_check_at: null }).where("merchant_id", "=", shop.id).execute();
  }
  const bytes = Buffer.from("tracking_number,carrier\n9400100000000000000021,usps\n");
  const file = await createImport(runtime, { caller, userId: owner.id, fileName: "parcels.csv", bytes });
  const invitation = await inviteMember(runtime, {
    merchant: { id: shop.id, name: shop.name, expiresAt: null },
    email: `guest@${shop.slug}.example`,
    role: "viewer",
    inviter: owner,
  });
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#1f5c46"/></svg>',
  );
  const image = await uploadImage(runtime, { merchantId: shop.id, userId: owner.id, purpose: "logo", bytes: svg, crop: null });
  if (
    (parcel.kind !== "created" && parcel.kind !== "existing") ||
    source.kind !== "created" ||
    endpoint.kind !== "created" ||
    domain.kind !== "added" ||
    sender.kind !== "added" ||
    file.kind !== "created" ||
    invitation.kind !== "invited" ||
    image.kind !== "uploaded"
  ) {
    throw new Error(`The shop was not filled: ${JSON.stringify({ parcel, source, endpoint, domain, sender, file, invitation, image })}`);
  }
  return {
    mode: MODE,
    trackerId: parcel.tracker.id,
    sourceId: source.source.id,
    endpointId: endpoint.endpoint.id,
    keyId: key.id,
    domainId: domain.domain.id,
    senderDomainId: sender.domain.id,
    importId: file.id,
    invitationId: invitation.id,
    imageUrl: image.image.url,
    viewerId: viewer.id,
    plan: PLAN,
  };
}
