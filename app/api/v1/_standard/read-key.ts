/** `Authorization: Bearer <key>`, or Basic with the key as user, as `curl -u <key>:` sends it. */
export function readKey(headers: Headers): string | null {
  const [, scheme = "", credentials = ""] = /^\s*(\S+)\s+(.*?)\s*$/.exec(headers.get("authorization") ?? "") ?? [];
  if (/^bearer$/i.test(scheme)) return credentials || null;
  if (!/^basic$/i.test(scheme)) return null;
  const [user = ""] = Buffer.from(credentials, "base64").toString("utf8").split(":");
  return user || null;
}
