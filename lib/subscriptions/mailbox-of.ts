/** Where dots before the `@` mean nothing, and the name a mailbox has there first of all. */
const DOTLESS: ReadonlyMap<string, string> = new Map([
  ["gmail.com", "gmail.com"],
  ["googlemail.com", "gmail.com"],
]);

/**
 * The mailbox that an address most likely ends in: without its tag, in one case, without dots that mean nothing. To count by, and never to
 * write to: two who share one here only wait for each other.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1).toLowerCase();
  const [name = ""] = address
    .slice(0, at)
    .toLowerCase()
    .split(/(?<=.)\+/, 1);
  const host = DOTLESS.get(domain);
  return host === undefined ? `${name}@${domain}` : `${name.replaceAll(".", "")}@${host}`;
}
