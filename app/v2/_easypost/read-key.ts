/** The user of HTTP Basic, as every client of EasyPost's sends it, or a bearer token. */
export function readKey(headers: Headers): string | null {
  const [, scheme = "", credentials = ""] = /^(basic|bearer) +(\S+) *$/i.exec(headers.get("authorization") ?? "") ?? [];
  const key = scheme.toLowerCase() === "basic" ? Buffer.from(credentials, "base64").toString("utf8").split(":", 1)[0] : credentials;
  return key || null;
}
