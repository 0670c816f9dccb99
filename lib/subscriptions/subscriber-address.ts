import type { SubscriptionsTable } from "#lib/db/schema.ts";
import type { Channel } from "#lib/shared/channel.ts";
import type { MerchantId } from "#lib/shared/ids.ts";
import type { Vault } from "#lib/vault/vault.ts";
import { mailboxOf } from "./mailbox-of.ts";

/** Where a subscription keeps its shopper's address: sealed, found by its digest, counted by its mailbox, recognised by its hint. */
export type AddressColumns = Pick<SubscriptionsTable, "address" | "address_digest" | "mailbox_digest" | "address_hint">;

/** `address` as `readSubscriberAddress` gives it: an e-mail address, or a phone number in E.164. */
interface ShopperAddress {
  merchantId: MerchantId;
  channel: Channel;
  address: string;
}

const PURPOSE = "subscriptions.address";
const MAILBOX_PURPOSE = "subscriptions.mailbox";

const MAILBOXES: Readonly<Record<Channel, (address: string) => string>> = { email: mailboxOf, sms: (number) => number };

export function sealAddress({ vault }: { vault: Pick<Vault, "seal" | "digest"> }, shopper: ShopperAddress): AddressColumns {
  const { merchantId, channel, address } = shopper;
  return {
    address: vault.seal(address, PURPOSE),
    address_digest: addressDigest({ vault }, shopper),
    mailbox_digest: vault.digest(`${merchantId} ${channel} ${MAILBOXES[channel](address)}`, MAILBOX_PURPOSE),
    address_hint: HINTS[channel](address),
  };
}

/** The address itself: for who writes to it, and nobody else. */
export function openAddress({ vault }: { vault: Pick<Vault, "open"> }, { address }: Pick<SubscriptionsTable, "address">): string {
  return vault.open(address, PURPOSE);
}

/** However an e-mail address was typed. Two shops that compare theirs learn nothing. */
export function addressDigest({ vault }: { vault: Pick<Vault, "digest"> }, { merchantId, channel, address }: ShopperAddress): string {
  return vault.digest(`${merchantId} ${channel} ${address.trim().toLowerCase().normalize("NFC")}`, PURPOSE);
}

/** To recognise an address by, and no more. */
const HINTS: Readonly<Record<Channel, (address: string) => string>> = {
  email(address) {
    const at = address.lastIndexOf("@");
    const [first = ""] = address.slice(0, at);
    return `${first}•••${address.slice(at)}`;
  },
  sms: (number) => `•••${number.slice(-4)}`,
};
