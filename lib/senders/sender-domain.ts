/** What the vault seals the keys of domains for. */
export const SENDER_KEY_PURPOSE = "sender_domains.private_key";

/** In lower case, as domains are kept. */
export const domainOfAddress = (address: string) => address.slice(address.lastIndexOf("@") + 1).toLowerCase();
