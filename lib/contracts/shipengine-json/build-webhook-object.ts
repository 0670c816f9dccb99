/** What an `EndpointRecord` says that ShipEngine has a word for. */
interface WebhookFacts {
  id: string;
  url: string;
  name: string | null;
  headers: readonly { name: string; value: string }[];
}

export interface ShipEngineWebhookObject {
  webhook_id: string;
  url: string;
  event: "track";
  name?: string;
  headers: { key: string; value: string }[];
}

export function buildShipEngineWebhookObject({ id, url, name, headers }: WebhookFacts): ShipEngineWebhookObject {
  return {
    webhook_id: id,
    url,
    event: "track",
    ...(name !== null && { name }),
    headers: headers.map((header) => ({ key: header.name, value: header.value })),
  };
}
