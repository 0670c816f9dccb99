/** `v=DKIM1; k=rsa; p=…`, as RFC 6376 and RFC 7489 write it; null for a text that is no such list. White space within values does not count. */
export function readTagList(text: string): ReadonlyMap<string, string> | null {
  const tags = new Map<string, string>();
  for (const part of unquoted(text).split(";")) {
    if (part.trim() === "") continue;
    const [name, ...value] = part.split("=");
    if (value.length === 0 || !/^\s*[A-Za-z]\w*\s*$/.test(name ?? "")) return null;
    tags.set((name ?? "").trim().toLowerCase(), value.join("=").replaceAll(/\s+/g, ""));
  }
  return tags.size === 0 ? null : tags;
}

/** Some DNS forms keep the quotes that people type, around the whole or around each part. */
const unquoted = (text: string) => text.replaceAll(/"\s*"/g, "").replace(/^\s*"(.*)"\s*$/s, "$1");
