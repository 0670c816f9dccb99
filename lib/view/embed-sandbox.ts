/** What stands in a frame may run its own scripts and open windows of its own, and leaves the page around it alone. */
export const EMBED_SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
