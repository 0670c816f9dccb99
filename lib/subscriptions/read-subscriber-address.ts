import { readEmailAddress } from "#lib/contracts/email-address.ts";
import type { Channel } from "#lib/shared/channel.ts";
import { readPhoneNumber } from "./read-phone-number.ts";

export type AddressProblem = "malformed" | "country_needed";
export type AddressRead = { kind: "address"; address: string } | { kind: AddressProblem };

/**
 * Of headers and of a mail server's commands nothing may come from it; what goes beyond ASCII few servers take. Behind the `@` stands a
 * name, never the number of a machine, which may be one of our own.
 */
const PLAIN = /^[\x21-\x7e]+@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i;

const READERS: Readonly<Record<Channel, (text: string, country: string | null) => AddressRead>> = {
  email(text) {
    const address = readEmailAddress(text);
    return address !== null && PLAIN.test(address) ? { kind: "address", address } : { kind: "malformed" };
  },
  sms(text, country) {
    const read = readPhoneNumber(text, country);
    return read.kind === "number" ? { kind: "address", address: read.number } : read;
  },
};

/** What a shopper typed → an address to write to. `country`, where the parcel goes, is where a phone number without `+` is dialled. */
export function readSubscriberAddress({ channel, text }: { channel: Channel; text: string }, country: string | null): AddressRead {
  return READERS[channel](text, country);
}
