/** The user of HTTP Basic, as EasyPost's clients and `curl -u <key>:` send it, or a bearer token. */
export function readBasicOrBearerKey(headers: Headers): string | null {
  const [, scheme = "", credentials = ""] = /^(basic|bearer) +(\S+) *$/i.exec(headers.get("authorization") ?? "") ?? [];
  const key = scheme.toLowerCase() === "basic" ? Buffer.from(credentials, "base64").toString("utf8").split(":", 1)[0] : credentials;
  return key || null;
}
