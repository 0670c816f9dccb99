import type { CarrierSlug } from "#lib/carriers/catalog.ts";
import type { Channel } from "#lib/shared/channel.ts";
import type { Instant } from "#lib/shared/clock.ts";
import type {
  ApiKeyId,
  AuditEntryId,
  DomainId,
  EndpointId,
  ErasureId,
  EventDeliveryId,
  EventId,
  ImageId,
  ImportId,
  InvitationId,
  MerchantId,
  MessageId,
  NoticeId,
  OrderId,
  PayloadId,
  SenderDomainId,
  SourceId,
  SubscriptionId,
  TrackerId,
  UserId,
} from "#lib/shared/ids.ts";
import type { NoticeKind } from "#lib/shared/notice-kinds.ts";
import type { Role } from "#lib/shared/role.ts";
import type { CalendarDay } from "#lib/tracking/event-time.ts";
import type { Mode, ProviderName } from "#lib/tracking/snapshot.ts";
import type { Status } from "#lib/tracking/status.ts";
import type { Substatus } from "#lib/tracking/substatus.ts";

/** Both engines have integers; only one has booleans. */
type Flag = 0 | 1;
/** JSON as text: compared, stored and sent as it stands. */
type Json = string;
/** Text that only the vault can read. */
type Sealed = string;

export interface MerchantsTable {
  id: MerchantId;
  slug: string;
  name: string;
  is_default: Flag;
  brand_version: number;
  created_at: Instant;
  updated_at: Instant;
  /** The published one. */
  brand: Json;
  /** A visitor's sandbox ends then, with everything in it; null for a real merchant. */
  expires_at: Instant | null;
}

interface MerchantHostsTable {
  /** Lower case, without port or trailing dot. */
  host: string;
  merchant_id: MerchantId;
  /** The proven domain it stands for; null where the operator set it. */
  domain_id: DomainId | null;
}

export interface OrdersTable {
  id: OrderId;
  merchant_id: MerchantId;
  mode: Mode;
  /** The shop's own number. */
  external_id: string;
  placed_at: Instant | null;
  /** When the source made this picture of the order; `""` where it did not say. */
  as_of: Instant | "";
  created_at: Instant;
  updated_at: Instant;
  line_items: Json;
  /** The shopper's e-mail address; null where the source told none. */
  customer_email: Sealed | null;
  /** What an address is found by: a keyed digest of it in lower case, hex. */
  customer_email_digest: string | null;
  /** When the source said so; `""` where it did not say when. */
  customer_email_as_of: Instant | "";
}

export interface TrackersTable {
  id: TrackerId;
  merchant_id: MerchantId;
  carrier: CarrierSlug;
  tracking_number: string;
  mode: Mode;
  /** Counts up each time the carrier gave the number to another parcel. */
  epoch: number;
  status: Status;
  substatus: Substatus;
  is_final: Flag;
  private_key: string;
  /** Counts up when `document` or the private link changes, and only then. */
  version: number;
  /** Scans of earlier days belong to an earlier parcel with the same number. */
  fenced_before: CalendarDay | null;
  created_at: Instant;
  updated_at: Instant;
  /** When a source last told us anything, new or not. */
  checked_at: Instant;
  /** When the source last changed its picture. */
  last_news_at: Instant | null;
  order_id: OrderId | null;
  is_primary: Flag;
  order_as_of: Instant | "";
  /** Once set, the tracker is gone for everybody; the row stays so that late news does not bring it back. */
  deleted_at: Instant | null;
  /** 0 once somebody asked to hear no more of it. */
  is_watched: Flag;
  /** Who is asked for news of it; null where nobody is. */
  source_id: SourceId | null;
  /** When its source is asked next; null for never. */
  next_check_at: Instant | null;
  /** When its source was asked last, with an answer or without; null until it has been asked to follow the parcel. */
  asked_at: Instant | null;
  /** How many times in a row asking failed. */
  check_failures: number;
  /** Whatever the merchant wants to find again on it. */
  metadata: string | null;
  /** Whose word its status is; null where nobody has told anything. Derived like `document`. */
  told_by: ProviderName | null;
  /** How soon somebody must act: 0 where nobody must, 1 the shopper, 2 the merchant. Derived like `document`. */
  urgency: number;
  /** Since when, as near as scans tell; null where nobody must. Derived like `document`. */
  urgent_since: Instant | null;
  /** The day it reached the recipient, where that was; null unless it did. Derived like `document`. */
  delivered_on: CalendarDay | null;
  /** Somebody has seen to it: until there is news it is no work to do. */
  settled_at: Instant | null;
  /** Derived from headers, notes and scans; what every page is drawn from. */
  document: Json;
  route_map: Json | null;
  parcel_items: Json;
  headers: Json;
  notes: Json;
}

interface ScansTable {
  tracker_id: TrackerId;
  key: string;
  received_at: Instant;
  scan: Json;
}

export type PayloadOutcome = "received" | "ingested" | "ignored" | "invalid";

export interface PayloadsTable {
  id: PayloadId;
  merchant_id: MerchantId;
  provider: ProviderName;
  /** The source it came through; null where somebody took it in by hand. */
  source_id: SourceId | null;
  /** The one tracker it is about; null where it tells of several, or has not been read. */
  tracker_id: TrackerId | null;
  /** Whether its source was asked about `tracker_id`, and this is the answer. */
  is_answer: Flag;
  /** Null until the payload has been read. */
  mode: Mode | null;
  received_at: Instant;
  outcome: PayloadOutcome;
  problem: string | null;
  /** `base64` where the bytes were no text. */
  body_encoding: "utf8" | "base64";
  body: string;
}

/** Which trackers a payload tells of that tells of several. */
interface PayloadTrackersTable {
  tracker_id: TrackerId;
  payload_id: PayloadId;
}

/** The sender's own key of a delivery, which tells a repetition from news. */
interface DeliveriesTable {
  merchant_id: MerchantId;
  provider: ProviderName;
  delivery_key: string;
  payload_id: PayloadId;
}

export interface ApiKeysTable {
  id: ApiKeyId;
  merchant_id: MerchantId;
  mode: Mode;
  name: string;
  /** SHA-256 of the key, hex. */
  hash: string;
  /** Its last four characters, to tell keys apart. */
  hint: string;
  created_at: Instant;
  last_used_at: Instant | null;
  revoked_at: Instant | null;
}

/** Where news comes from: one account of one provider. */
export interface SourcesTable {
  id: SourceId;
  merchant_id: MerchantId;
  /** Last segment of its webhook address: `/api/hooks/<merchant>/<slug>`. */
  slug: string;
  provider: ProviderName;
  mode: Mode;
  created_at: Instant;
  updated_at: Instant;
  disabled_at: Instant | null;
  /** Whether its API is asked for news; needs an API key among the secrets. */
  is_polled: Flag;
  /** Failures in a row of its API; the circuit opens on many. */
  failures: number;
  /** Its API is left alone until then: an open circuit, or its own `Retry-After`. */
  paused_until: Instant | null;
  /** Requests to its API have been handed out until then, as closely as its provider allows. */
  busy_until: Instant | null;
  last_success_at: Instant | null;
  /** What its API last said was wrong; null since it worked again. */
  last_problem: string | null;
  /** JSON of `SourceSecrets`. */
  secrets: Sealed;
}

/** Webhooks that were refused, by reason and day. */
interface SourceRefusalsTable {
  source_id: SourceId;
  day: CalendarDay;
  reason: string;
  count: number;
}

export type EventType = "tracker.created" | "tracker.updated";

/** Something happened to a tracker; merchants' endpoints are told. */
export interface EventsTable {
  id: EventId;
  merchant_id: MerchantId;
  mode: Mode;
  tracker_id: TrackerId;
  type: EventType;
  created_at: Instant;
  /** The tracker's version right after: of the events of one moment it tells which came first. */
  tracker_version: number;
  /** JSON of the tracker's `PreviousFacts` that changed; `{}` for a created one. */
  previous: Json;
  /** The tracker's document right after. */
  document: Json;
}

export const ENDPOINT_FORMATS = ["standard", "easypost", "shippo", "shipengine"] as const;
export type EndpointFormat = (typeof ENDPOINT_FORMATS)[number];

/** Where a merchant wants to be told. */
export interface EndpointsTable {
  id: EndpointId;
  merchant_id: MerchantId;
  mode: Mode;
  url: string;
  format: EndpointFormat;
  name: string | null;
  created_at: Instant;
  updated_at: Instant;
  disabled_at: Instant | null;
  disabled_reason: string | null;
  /** Since when nothing has been accepted; null while all is well. */
  failing_since: Instant | null;
  /** Signs; null where the format allows unsigned ones. */
  secret: Sealed | null;
  /** Signs as well, until `previous_secret_until`. */
  previous_secret: Sealed | null;
  previous_secret_until: Instant | null;
  /** JSON of `{ name, value }[]`, sent along. */
  headers: Sealed | null;
}

export type EventDeliveryState = "pending" | "delivered" | "failed" | "cancelled";

export interface EventDeliveriesTable {
  id: EventDeliveryId;
  merchant_id: MerchantId;
  /** Its endpoint's, and its event's. */
  mode: Mode;
  endpoint_id: EndpointId;
  event_id: EventId;
  state: EventDeliveryState;
  /** In its present life: a replay begins a new one. */
  attempts: number;
  created_at: Instant;
  /** Null unless pending. */
  next_attempt_at: Instant | null;
  /** Somebody is sending it, and nobody else shall until then. */
  leased_until: Instant | null;
  delivered_at: Instant | null;
}

export interface DeliveryAttemptsTable {
  delivery_id: EventDeliveryId;
  /** Counts from 1, through all lives. */
  attempt: number;
  attempted_at: Instant;
  duration_ms: number;
  /** Null where there was no answer. */
  http_status: number | null;
  problem: string | null;
  /** The beginning of what was answered. */
  answer: string | null;
}

/** Something the merchant should know and act on; at most one of a kind is open about a subject. */
export interface NoticesTable {
  id: NoticeId;
  merchant_id: MerchantId;
  /** That of what it is about. */
  mode: Mode;
  kind: NoticeKind;
  /** The id of what it is about. */
  subject: string;
  message: string;
  created_at: Instant;
  resolved_at: Instant | null;
}

/** The next five are the sign-in library's: instants and flags in its own words. */
export interface UsersTable {
  id: UserId;
  name: string;
  email: string;
  email_verified: Flag;
  image: string | null;
  created_at: Instant;
  updated_at: Instant;
}

export interface SessionsTable {
  id: string;
  user_id: UserId;
  token: string;
  expires_at: Instant;
  ip_address: string | null;
  user_agent: string | null;
  /** Whose console was open last; null until one was. */
  merchant_id: MerchantId | null;
  created_at: Instant;
  updated_at: Instant;
}

/** How a user proves to be one: here, always by a password. */
interface CredentialsTable {
  id: string;
  user_id: UserId;
  account_id: string;
  provider_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Instant | null;
  refresh_token_expires_at: Instant | null;
  scope: string | null;
  created_at: Instant;
  updated_at: Instant;
}

/** What was sent out and must come back: reset tokens, passkey challenges. */
interface VerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Instant;
  created_at: Instant;
  updated_at: Instant;
}

export interface PasskeysTable {
  id: string;
  user_id: UserId;
  name: string | null;
  public_key: string;
  credential_id: string;
  counter: number;
  device_type: string;
  backed_up: Flag;
  transports: string | null;
  aaguid: string | null;
  created_at: Instant | null;
}

export interface MembershipsTable {
  merchant_id: MerchantId;
  user_id: UserId;
  role: Role;
  created_at: Instant;
}

/** A link that makes a member of whoever opens it; the first owner's as well. */
export interface InvitationsTable {
  id: InvitationId;
  merchant_id: MerchantId;
  /** Whom it was meant for; null for the link that sets the installation up. */
  email: string | null;
  role: Role;
  /** SHA-256 of the link's token, hex. */
  token_hash: string;
  /** Null where the command line made it. */
  invited_by: UserId | null;
  created_at: Instant;
  expires_at: Instant;
  accepted_at: Instant | null;
  revoked_at: Instant | null;
}

/** What the studio is working on; saved as it stands, right or wrong. */
export interface BrandDraftsTable {
  merchant_id: MerchantId;
  /** Counts up with every save, and whenever another brand is published: who saves says which one they saw. */
  revision: number;
  /** Null while nothing is worked on. */
  brand: Json | null;
  updated_at: Instant;
  updated_by: UserId | null;
}

/** Every brand that was ever published. */
export interface BrandVersionsTable {
  merchant_id: MerchantId;
  /** The merchant's `brand_version` while it was the one. */
  version: number;
  brand: Json;
  published_at: Instant;
  /** Null where the command line, or nobody, did it. */
  published_by: UserId | null;
  note: string | null;
  /** The version it was brought back from. */
  restored_from: number | null;
}

export const IMAGE_FORMATS = ["png", "webp", "jpg"] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

/** Pictures of brands, drawn anew by us; whoever knows the address may see them. */
export interface ImagesTable {
  id: ImageId;
  merchant_id: MerchantId;
  /** SHA-256 of the bytes, hex: the same picture is kept once. */
  digest: string;
  format: ImageFormat;
  width: number;
  height: number;
  byte_count: number;
  /** When it was last uploaded. */
  created_at: Instant;
  created_by: UserId | null;
  /** Base64. */
  content: string;
}

export const DOMAIN_STATES = ["pending", "active", "lost", "ended"] as const;
/** `pending`: not proven yet; `lost`: proof is gone, pages go on for a while; `ended`: served no more. */
export type DomainState = (typeof DOMAIN_STATES)[number];

/** A host that a merchant says is theirs. Many may say so; the one that proves it has the row in `merchant_hosts`. */
export interface DomainsTable {
  id: DomainId;
  merchant_id: MerchantId;
  host: string;
  /** What the TXT record must say. */
  proof: string;
  state: DomainState;
  created_at: Instant;
  created_by: UserId | null;
  verified_at: Instant | null;
  checked_at: Instant | null;
  /** Null for never. */
  next_check_at: Instant | null;
  lost_since: Instant | null;
  ended_at: Instant | null;
  /** JSON of what the last check found in DNS. */
  findings: Json | null;
}

/** `reading`: its rows are being stored; `draft`: nobody has said yet which column is what. */
export const IMPORT_STATES = ["reading", "draft", "running", "paused", "done", "cancelled"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** A file of parcels on its way in. */
export interface ImportsTable {
  id: ImportId;
  merchant_id: MerchantId;
  mode: Mode;
  file_name: string;
  state: ImportState;
  /** JSON: what the file calls its columns, in order. */
  headers: Json;
  /** JSON of an `ImportPlan`; null until somebody has said which column is what. */
  plan: Json | null;
  /** Rows of data. */
  row_count: number;
  /** Rows up to the one of this number have had their turn. */
  done_until: number;
  created_count: number;
  existing_count: number;
  failed_count: number;
  created_at: Instant;
  created_by: UserId | null;
  updated_at: Instant;
  started_at: Instant | null;
  ended_at: Instant | null;
}

/** A row that waits, or that could not be taken in; the others are gone. */
export interface ImportRowsTable {
  import_id: ImportId;
  /** As a spreadsheet counts, the head of the table being the first. */
  row_number: number;
  /** JSON: the text of its cells. */
  cells: Json;
  /** What is wrong, and what to do; null until it was its turn. */
  problem: string | null;
}

/** How many there are of something, counted in the background: a count of a million rows is no page's work. */
export interface CountsTable {
  merchant_id: MerchantId;
  mode: Mode;
  /** What is counted: `status`, `payloads_by_day`, … */
  metric: string;
  /** Which of them: a status, a day. */
  key: string;
  count: number;
  counted_at: Instant;
}

export const ERASURE_STEPS = ["parcels", "import_rows", "payloads", "subscriptions", "orders", "done"] as const;
/** What is taken away next. */
export type ErasureStep = (typeof ERASURE_STEPS)[number];

/** A shopper on the way out. Once it is done, nothing in it says who it was. */
export interface ErasuresTable {
  id: ErasureId;
  merchant_id: MerchantId;
  step: ErasureStep;
  /** JSON of what the step has come to; null where it begins. */
  reached: Json | null;
  /** JSON of a `Sought`; null once all of it is gone. */
  sought: Sealed | null;
  order_count: number;
  parcel_count: number;
  payload_count: number;
  import_row_count: number;
  created_at: Instant;
  created_by: UserId | null;
  updated_at: Instant;
  ended_at: Instant | null;
}

export type AuditOutcome = "started" | "done" | "refused" | "failed";

/** Who did what. Written before it is done, completed after: nothing is done without a trace. */
export interface AuditEntriesTable {
  id: AuditEntryId;
  merchant_id: MerchantId;
  at: Instant;
  /** Null where the command line did it, or the user is gone. */
  user_id: UserId | null;
  /** Who it was, in words that stay when the user goes. */
  actor: string;
  /** `brand.publish`, `parcel.delete`: the action's name. */
  action: string;
  /** The id, or the name, of what it was done to. */
  subject: string | null;
  outcome: AuditOutcome;
  /** JSON of what is worth knowing; no secret, no shopper's data. */
  details: Json;
}

/** `pending`: the address has not been confirmed; only a confirmation is ever sent to it. */
export type SubscriptionState = "pending" | "active" | "ended";
/** `unsubscribed`: by the shopper, from this parcel's news; `stopped`: with all that the shop would write. */
export type SubscriptionEnd = "unsubscribed" | "bounced" | "complained" | "stopped" | "by_merchant";

/** A shopper who wants to be told of one parcel, by one channel, at one address. */
export interface SubscriptionsTable {
  id: SubscriptionId;
  merchant_id: MerchantId;
  /** Its tracker's. */
  mode: Mode;
  tracker_id: TrackerId;
  channel: Channel;
  /** The e-mail address, or the phone number in E.164. */
  address: Sealed;
  /** What an address is found by: a keyed digest, hex, and another one in every shop. */
  address_digest: string;
  /** What wishes are counted by: the same for all spellings of one mailbox. */
  mailbox_digest: string;
  /** To recognise it by, and no more: `m•••@example.com`, `•••4711`. */
  address_hint: string;
  /** JSON of `NewsTopic[]`. */
  topics: Json;
  /** The language they read. */
  lang: string;
  /** Theirs, where a browser told it; else the parcel's destination decides when it is night. */
  time_zone: string | null;
  /** Where the wish was made. An address given on the public page must be confirmed first, and is never sent the private link. */
  origin: "private_page" | "public_page" | "api";
  state: SubscriptionState;
  /** Of one that is pending: why its shopper had ended it before. */
  ended_reason: SubscriptionEnd | null;
  created_at: Instant;
  updated_at: Instant;
  /** Null unless its shopper was asked to confirm it, and did. */
  confirmed_at: Instant | null;
  ended_at: Instant | null;
}

/**
 * `waiting`: due some time; `sending`: handed over, outcome not known yet; `unclear`: nobody knows whether it was taken, and it is not sent
 * again, since never twice is worth more than surely once; `dropped`: nobody wants it any more.
 */
export type MessageState = "waiting" | "sending" | "sent" | "failed" | "unclear" | "dropped";

/** A mail or SMS to a shopper. Of those that wait there is at most one of a kind for a subscription: later news joins it. */
export interface MessagesTable {
  id: MessageId;
  merchant_id: MerchantId;
  mode: Mode;
  subscription_id: SubscriptionId;
  tracker_id: TrackerId;
  channel: Channel;
  kind: "news" | "confirmation";
  /** JSON of `NewsTopic[]`: what it is about; `[]` for a confirmation. */
  topics: Json;
  state: MessageState;
  attempts: number;
  created_at: Instant;
  /** Null unless waiting. */
  due_at: Instant | null;
  leased_until: Instant | null;
  ended_at: Instant | null;
  /** What the mail server or the SMS provider knows it by. */
  provider_id: string | null;
  /** In our words; names nobody. */
  problem: string | null;
}

/** What a subscription has been told, or is about to be: no change is told twice. */
export interface ToldNewsTable {
  subscription_id: SubscriptionId;
  /** The change itself, however often it is reported: `delivered`, `out_for_delivery 2026-09-20`, `delayed 2026-09-22`. */
  news_key: string;
  message_id: MessageId;
}

export const SUPPRESSION_REASONS = ["bounced", "complained", "stopped", "by_merchant"] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** An address a merchant writes to no more, whatever is subscribed. */
export interface SuppressionsTable {
  merchant_id: MerchantId;
  channel: Channel;
  address_digest: string;
  address_hint: string;
  reason: SuppressionReason;
  created_at: Instant;
}

/** Whether and how a merchant writes to shoppers; a merchant without a row does so with the defaults. */
export interface MessageSettingsTable {
  merchant_id: MerchantId;
  is_on: Flag;
  /** JSON of the `NewsTopic[]` that shoppers may choose from. */
  topics: Json;
  /** At one of the merchant's proven sender domains; null for the installation's own address. */
  from_address: string | null;
  reply_to: string | null;
  /** Minutes after midnight where the shopper is; both null for no quiet hours. */
  quiet_from: number | null;
  quiet_until: number | null;
  /** JSON of an `SmsAccount`; null where no SMS are sent. */
  sms_account: Sealed | null;
  /** Last segment of the address where mail providers report bounces and complaints. */
  reports_token: string;
  updated_at: Instant;
}

/** `verified`: the DKIM record is ours, which proves the domain is the merchant's. */
export type SenderDomainState = "pending" | "verified" | "lost";

/** A domain whose mails we may sign. */
export interface SenderDomainsTable {
  id: SenderDomainId;
  merchant_id: MerchantId;
  domain: string;
  /** The record is at `<selector>._domainkey.<domain>`. */
  selector: string;
  /** PEM. */
  private_key: Sealed;
  /** Base64 of its DER, as the record holds it. */
  public_key: string;
  state: SenderDomainState;
  created_at: Instant;
  checked_at: Instant | null;
  next_check_at: Instant | null;
  /** JSON of what the last check found in DNS. */
  findings: Json | null;
}

/** Secrets of the installation itself, by name. */
interface InstallationSecretsTable {
  name: string;
  value: Sealed;
}

export interface Schema {
  merchants: MerchantsTable;
  merchant_hosts: MerchantHostsTable;
  orders: OrdersTable;
  trackers: TrackersTable;
  scans: ScansTable;
  payloads: PayloadsTable;
  payload_trackers: PayloadTrackersTable;
  deliveries: DeliveriesTable;
  api_keys: ApiKeysTable;
  sources: SourcesTable;
  source_refusals: SourceRefusalsTable;
  events: EventsTable;
  endpoints: EndpointsTable;
  event_deliveries: EventDeliveriesTable;
  delivery_attempts: DeliveryAttemptsTable;
  notices: NoticesTable;
  installation_secrets: InstallationSecretsTable;
  users: UsersTable;
  sessions: SessionsTable;
  credentials: CredentialsTable;
  verifications: VerificationsTable;
  passkeys: PasskeysTable;
  memberships: MembershipsTable;
  invitations: InvitationsTable;
  brand_drafts: BrandDraftsTable;
  brand_versions: BrandVersionsTable;
  images: ImagesTable;
  domains: DomainsTable;
  imports: ImportsTable;
  import_rows: ImportRowsTable;
  counts: CountsTable;
  erasures: ErasuresTable;
  audit_entries: AuditEntriesTable;
  subscriptions: SubscriptionsTable;
  messages: MessagesTable;
  told_news: ToldNewsTable;
  suppressions: SuppressionsTable;
  message_settings: MessageSettingsTable;
  sender_domains: SenderDomainsTable;
}
