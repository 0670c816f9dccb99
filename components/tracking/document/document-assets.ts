/** Addresses of the document's built files; their names carry a hash of what is in them, so they may be cached for ever. */
export interface DocumentAssets {
  css: string;
  enhance: string;
  freshness: string;
  embed: string;
}
