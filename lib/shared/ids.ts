const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export type MerchantId = `mrc_${string}`;
export type TrackerId = `trk_${string}`;
export type OrderId = `ord_${string}`;
export type PayloadId = `pay_${string}`;
export type SourceId = `src_${string}`;
export type EventId = `evt_${string}`;
export type EndpointId = `hook_${string}`;
/** One event on its way to one endpoint. */
export type EventDeliveryId = `dlv_${string}`;
export type ApiKeyId = `key_${string}`;
export type NoticeId = `ntc_${string}`;
export type UserId = `usr_${string}`;
export type InvitationId = `inv_${string}`;
/** A host name a merchant says is theirs. */
export type DomainId = `dom_${string}`;
export type ImageId = `img_${string}`;
export type ImportId = `imp_${string}`;
export type ErasureId = `era_${string}`;
export type AuditEntryId = `aud_${string}`;
/** One shopper's wish to be told of one parcel by one channel. */
export type SubscriptionId = `sub_${string}`;
/** One mail or SMS to a shopper. */
export type MessageId = `msg_${string}`;
/** A domain a merchant writes mails from. */
export type SenderDomainId = `snd_${string}`;

/** Fills a buffer with random bytes; injected so that tests can repeat themselves. */
export type RandomBytes = (count: number) => Uint8Array;

/** 160 bits of Crockford base 32: 32 characters. */
export function randomToken(random: RandomBytes): string {
  return Array.from(random(32), (byte) => ALPHABET[byte % 32]).join("");
}

export function newId<Prefix extends string>(prefix: Prefix, random: RandomBytes): `${Prefix}_${string}` {
  return `${prefix}_${randomToken(random)}`;
}

/** Whether a text that somebody typed looks like an id: then it holds nothing that a database minds. */
export function isId<Prefix extends string>(prefix: Prefix, text: string): text is `${Prefix}_${string}` {
  return text.startsWith(`${prefix}_`) && /^[\da-z]{1,64}$/.test(text.slice(prefix.length + 1));
}
