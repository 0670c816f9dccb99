/** Every document's headers: nothing from elsewhere, nothing inline but the brand's own stylesheet, known by its hash. */
export function securityHeaders(
  styleHashes: readonly string[],
  { frameAncestors = "'none'", imageSources = "'self'" } = {},
): Record<string, string> {
  const policy = {
    "default-src": "'none'",
    "style-src": ["'self'", ...styleHashes.map((hash) => `'${hash}'`)].join(" "),
    "script-src": "'self'",
    "img-src": imageSources,
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": frameAncestors,
  };
  return {
    "content-security-policy": Object.entries(policy)
      .map(([directive, value]) => `${directive} ${value}`)
      .join("; "),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "cross-origin-opener-policy": "same-origin",
  };
}
