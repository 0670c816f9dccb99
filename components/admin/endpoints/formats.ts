export const ENDPOINT_FORMATS = ["standard", "easypost", "shippo", "shipengine"] as const;
export type EndpointFormat = (typeof ENDPOINT_FORMATS)[number];

/** What an endpoint is sent, and how it can tell that it is from us. */
export const FORMATS: Readonly<Record<EndpointFormat, { name: string; about: string; signedBy: string }>> = {
  standard: {
    name: "Standard Webhooks",
    about: "Our own events, signed as Standard Webhooks has it. Best for code of your own.",
    signedBy: "a secret, as Standard Webhooks has it",
  },
  easypost: {
    name: "As EasyPost",
    about: "What a webhook of EasyPost’s looks like, for code that reads those.",
    signedBy: "EasyPost’s HMAC, where there is a secret",
  },
  shippo: {
    name: "As Shippo",
    about: "What Shippo’s “track updated” webhook looks like, for code that reads those.",
    signedBy: "Shippo’s HMAC, where there is a secret",
  },
  shipengine: {
    name: "As ShipEngine",
    about: "What ShipEngine’s tracking webhook looks like, for code that reads those.",
    signedBy: "our published key, at /jwks",
  },
};
