/** `ShippoToken <key>` or `Bearer <key>`; a bare key too, as Shippo's client sends one that does not begin with `shippo_`. */
export function readKey(headers: Headers): string | null {
  const [, key] = /^(?:(?:ShippoToken|Bearer) +)?(\S+)$/i.exec(headers.get("authorization")?.trim() ?? "") ?? [];
  return key ?? null;
}
