import type { SubscriptionsTable } from "#lib/db/schema.ts";
import type { Channel } from "#lib/shared/channel.ts";
import type { Vault } from "#lib/vault/vault.ts";

/** Where a subscription keeps its shopper's address: sealed, found by its digest, recognised by its hint. */
export type AddressColumns = Pick<SubscriptionsTable, "address" | "address_digest" | "address_hint">;

/** What one address of a shopper is found by; the same in every shop of the installation, and told to nobody. */
export interface AddressRef {
  channel: Channel;
  addressDigest: string;
}

const PURPOSE = "subscriptions.address";

/** `address` as `readSubscriberAddress` gives it: an e-mail address, or a phone number in E.164. */
export function sealAddress(
  { vault }: { vault: Pick<Vault, "seal" | "digest"> },
  { channel, address }: { channel: Channel; address: string },
): AddressColumns {
  return {
    address: vault.seal(address, PURPOSE),
    address_digest: addressDigest({ vault }, { channel, address }),
    address_hint: HINTS[channel](address),
  };
}

/** The address itself: for who writes to it, and nobody else. */
export function openAddress({ vault }: { vault: Pick<Vault, "open"> }, { address }: Pick<SubscriptionsTable, "address">): string {
  return vault.open(address, PURPOSE);
}

/** However an e-mail address was typed. */
export function addressDigest(
  { vault }: { vault: Pick<Vault, "digest"> },
  { channel, address }: { channel: Channel; address: string },
): string {
  return vault.digest(`${channel} ${address.trim().toLowerCase().normalize("NFC")}`, PURPOSE);
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
