import type { ProviderName } from "#lib/tracking/snapshot.ts";

/** Those that send webhooks or can be asked; our own API needs no source. */
export const SOURCE_PROVIDERS = ["easypost", "shippo", "shipengine", "shipment_notify"] as const satisfies readonly ProviderName[];
export type SourceProvider = (typeof SOURCE_PROVIDERS)[number];

export type SecretFieldName = "apiKey" | "webhookSecret" | "token" | "acceptPublishedKeys";

export interface SecretField {
  name: SecretFieldName;
  label: string;
  hint: string;
}

interface ProviderWords {
  name: string;
  about: string;
  fields: readonly SecretField[];
  /** Where its webhook address is entered. */
  whereToEnter: string;
}

const apiKey = (vendor: string): SecretField => ({
  name: "apiKey",
  label: "API key",
  hint: `With it we ask ${vendor} about parcels, and have it follow them. Without it, news comes by webhooks alone.`,
});

const token: SecretField = {
  name: "token",
  label: "Token",
  hint: "Comes with each webhook and proves where it is from. Leave it empty to have one made.",
};

/** What each provider takes, in the order of the form; a new one is a row here. */
export const PROVIDERS: Readonly<Record<SourceProvider, ProviderWords>> = {
  easypost: {
    name: "EasyPost",
    about: "Trackers and their webhooks.",
    fields: [
      apiKey("EasyPost"),
      {
        name: "webhookSecret",
        label: "Webhook secret",
        hint: "What EasyPost signs its webhooks with. Leave it empty to have one made, and enter that at EasyPost.",
      },
    ],
    whereToEnter: "At EasyPost, add a webhook with this address and the webhook secret.",
  },
  shippo: {
    name: "Shippo",
    about: "Tracks and the “track updated” webhook.",
    fields: [
      apiKey("Shippo"),
      token,
      {
        name: "webhookSecret",
        label: "Webhook secret",
        hint: "Only where Shippo has switched on signatures for your account, and given you one.",
      },
    ],
    whereToEnter: "At Shippo, add a webhook for the event “Track Updated” with this address.",
  },
  shipengine: {
    name: "ShipEngine",
    about: "Tracking and its webhooks.",
    fields: [
      apiKey("ShipEngine"),
      token,
      {
        name: "acceptPublishedKeys",
        label: "Accept webhooks signed with ShipEngine’s published keys",
        hint: "Those keys are the same for every ShipEngine account: a token proves more.",
      },
    ],
    whereToEnter: "At ShipEngine, add a webhook for tracking events with this address.",
  },
  shipment_notify: {
    name: "Order platform",
    about: "The shipment_notify webhook: orders with their parcels.",
    fields: [token],
    whereToEnter: "On your order platform, send shipment_notify webhooks to this address.",
  },
};

export const providerName = (provider: ProviderName): string => PROVIDERS[provider as SourceProvider]?.name ?? "API";
