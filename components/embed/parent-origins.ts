/**
 * Whom an embed may tell its height. `parent` is the page around it as the browser names it; where the browser keeps that to itself,
 * every allowed origin that can be addressed is, and the browser drops what is not meant for the page that is there.
 */
export function parentOrigins(parent: string | null, allowed: readonly string[]): readonly string[] {
  if (parent === null || parent === "null") return allowed.filter((origin) => !origin.includes("*"));
  return isAllowedOrigin(parent, allowed) ? [parent] : [];
}

export function isAllowedOrigin(origin: string, allowed: readonly string[]): boolean {
  return allowed.some((pattern) => {
    const [scheme = "", below] = pattern.split("*");
    return below === undefined ? origin === pattern : origin.startsWith(scheme) && origin.endsWith(below);
  });
}
