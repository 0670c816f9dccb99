/** TypeScript's library does not know it yet; every Node we run on does. */
const { rawJSON } = JSON as typeof JSON & { rawJSON(text: string): object };

/**
 * EasyPost writes whole weights as `16.0`, and its own `validateWebhook` puts that `.0` back before it hashes a body:
 * a signed `16` would never be valid.
 */
export function writeEasyPostJson(body: unknown): string {
  return JSON.stringify(body, (key, value: unknown) =>
    key === "weight" && Number.isInteger(value) ? rawJSON(Number(value).toFixed(1)) : value,
  );
}
