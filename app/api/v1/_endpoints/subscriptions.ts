import type { ApiAnswer, ApiCall } from "#app/_server/api/dialect.ts";
import * as operations from "#lib/contracts/api/operations/subscriptions.ts";
import type { SubscriptionJson, SuppressionJson } from "#lib/contracts/api/subscription.ts";
import { cancelSubscription } from "#lib/subscriptions/cancel-subscription.ts";
import { type CreateSubscriptionOutcome, createSubscription } from "#lib/subscriptions/create-subscription.ts";
import { createSuppression } from "#lib/subscriptions/create-suppression.ts";
import { type LiftSuppressionOutcome, liftSuppression } from "#lib/subscriptions/lift-suppression.ts";
import { listSubscriptions } from "#lib/subscriptions/list-subscriptions.ts";
import { listSuppressions, type SuppressionRecord } from "#lib/subscriptions/list-suppressions.ts";
import type { SubscriptionRecord } from "#lib/subscriptions/subscription-record.ts";
import { refuseTestKey } from "../_standard/choose-mode.ts";
import { endpoint, param } from "../_standard/endpoint.ts";
import { answerPage, readPageQuery } from "../_standard/page.ts";
import { invalidInput, notFound, problemAnswer } from "../_standard/problem-answer.ts";

const PREFIX = "sup_";
const digestOf = (id: string) => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : "");

/** They hold for test parcels and real ones alike. */
const SUPPRESSIONS = "whom you write to no more";

export const subscriptionEndpoints = [
  endpoint(operations.createSubscription, async (call, { body }) => {
    const outcome = await createSubscription(call.services.runtime, { caller: call.caller, trackerId: param(call, "id"), ...body });
    return answerCreation(call, outcome);
  }),

  endpoint(operations.listSubscriptions, async (call) => {
    const found = await listSubscriptions(call.services.runtime, { caller: call.caller, trackerId: param(call, "id") });
    return found ? { status: 200, body: { data: found.map(buildSubscriptionJson) } } : notFound(call, "tracker");
  }),

  endpoint(operations.cancelSubscription, async (call) => {
    const outcome = await cancelSubscription(call.services.runtime, { caller: call.caller, id: param(call, "id") });
    return outcome === "cancelled" ? { status: 204 } : notFound(call, "subscription");
  }),

  endpoint(operations.listSuppressions, async (call, { query }) => {
    const { beforeId, afterId, ...range } = readPageQuery(query);
    const page = {
      ...range,
      ...(beforeId !== undefined && { beforeId: digestOf(beforeId) }),
      ...(afterId !== undefined && { afterId: digestOf(afterId) }),
    };
    const found = await listSuppressions(call.services.runtime, { merchantId: call.caller.merchantId, page });
    return answerPage(call, query, found, buildSuppressionJson);
  }),

  endpoint(operations.createSuppression, async (call, { body }) => {
    const refusal = refuseTestKey(call, SUPPRESSIONS);
    if (refusal) return refusal;
    const outcome = await createSuppression(call.services.runtime, { merchantId: call.caller.merchantId, ...body });
    if (outcome.kind === "suppressed") return { status: 201, body: buildSuppressionJson(outcome.suppression) };
    const message =
      body.channel === "email" ? "must be an e-mail address" : "must be a phone number that begins with + and its country's code";
    return invalidInput(call, [{ path: "address", message }]);
  }),

  endpoint(operations.liftSuppression, async (call) => {
    const refusal = refuseTestKey(call, SUPPRESSIONS);
    if (refusal) return refusal;
    const { runtime } = call.services;
    const outcome = await liftSuppression(runtime, { merchantId: call.caller.merchantId, addressDigest: digestOf(param(call, "id")) });
    return LIFTED[outcome.kind](call);
  }),
];

const LIFTED: Readonly<Record<LiftSuppressionOutcome["kind"], (call: ApiCall) => ApiAnswer>> = {
  lifted: () => ({ status: 204 }),
  own_word: (call) =>
    problemAnswer(
      call,
      "conflict",
      "The shopper wants nothing more from you; only they can take that back, by confirming a mail or by texting START.",
    ),
  not_found: (call) => notFound(call, "suppression"),
};

const CONFLICTS = {
  not_sent: "No such messages go to your shoppers: they are switched off, or this installation has no way to send them.",
  suppressed: "This address is suppressed. Lift that first, if its owner wants it and it is yours to lift.",
  ended_by_shopper: "The shopper wanted no more news; only they can begin it again, on the parcel's page or by a link in a mail.",
  full: "This parcel has as many subscriptions as one can have.",
  over: "No more news of this parcel is expected.",
} as const;

function answerCreation(call: ApiCall, outcome: CreateSubscriptionOutcome): ApiAnswer {
  switch (outcome.kind) {
    case "subscribed":
      return { status: 201, body: buildSubscriptionJson(outcome.subscription) };
    case "invalid":
      return invalidInput(call, outcome.issues);
    case "not_found":
      return notFound(call, "tracker");
    default:
      return problemAnswer(call, "conflict", CONFLICTS[outcome.kind]);
  }
}

function buildSubscriptionJson(found: SubscriptionRecord): SubscriptionJson {
  return {
    id: found.id,
    tracker_id: found.trackerId,
    channel: found.channel,
    address_hint: found.addressHint,
    topics: found.topics,
    lang: found.lang,
    origin: found.origin,
    state: found.state,
    ended_reason: found.endedReason,
    created_at: found.createdAt,
    confirmed_at: found.confirmedAt,
    ended_at: found.endedAt,
  };
}

function buildSuppressionJson(found: SuppressionRecord): SuppressionJson {
  return {
    id: `${PREFIX}${found.addressDigest}`,
    channel: found.channel,
    address_hint: found.addressHint,
    reason: found.reason,
    created_at: found.createdAt,
  };
}
