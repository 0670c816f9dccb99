/** What an endpoint is called; its path and query may hold a secret, and are said on its own screen only. */
export function endpointTitle({ name, url }: { name: string | null; url: string }): string {
  return name === null ? new URL(url).host : `“${name}”`;
}
