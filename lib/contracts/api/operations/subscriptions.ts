import { defineOperation, type OperationGroup } from "../operation.ts";
import {
  createSubscriptionSchema,
  createSuppressionSchema,
  listSuppressionsQuery,
  subscriptionListSchema,
  subscriptionSchema,
  suppressionPageSchema,
  suppressionSchema,
} from "../subscription.ts";

export const createSubscription = defineOperation({
  id: "createSubscription",
  method: "POST",
  path: "/trackers/:id/subscriptions",
  summary: "Tell a shopper of a parcel",
  description:
    "At once and without asking them, so only where they have agreed with you. The same address again is the same subscription, with what was sent now. " +
    "What they ended themselves is not yours to begin again: on the parcel's page (its private one, where they wanted nothing more from you at all) they can ask for a mail, and its button brings the news back. An address that is suppressed takes none.",
  body: createSubscriptionSchema,
  example: { address: "mia@example.com", topics: ["out_for_delivery", "delivered"] },
  answers: { 201: { description: "The subscription.", schema: subscriptionSchema } },
  problems: ["conflict"],
});

export const listSubscriptions = defineOperation({
  id: "listSubscriptions",
  method: "GET",
  path: "/trackers/:id/subscriptions",
  summary: "List who is told of a parcel",
  answers: { 200: { description: "Every subscription, oldest first, those that ended as well.", schema: subscriptionListSchema } },
});

export const cancelSubscription = defineOperation({
  id: "cancelSubscription",
  method: "DELETE",
  path: "/subscriptions/:id",
  summary: "End a subscription",
  answers: { 204: { description: "Ended; nothing more is sent for it.", schema: null } },
});

export const listSuppressions = defineOperation({
  id: "listSuppressions",
  method: "GET",
  path: "/suppressions",
  summary: "List suppressed addresses",
  query: listSuppressionsQuery,
  answers: { 200: { description: "A page of them, newest first.", schema: suppressionPageSchema } },
});

export const createSuppression = defineOperation({
  id: "createSuppression",
  method: "POST",
  path: "/suppressions",
  summary: "Write to an address no more",
  description:
    "Ends all its subscriptions. One that is suppressed already keeps its reason, save that what a shopper says later outweighs yours.",
  body: createSuppressionSchema,
  example: { address: "mia@example.com" },
  problems: ["mode_forbidden"],
  answers: { 201: { description: "The suppression.", schema: suppressionSchema } },
});

export const liftSuppression = defineOperation({
  id: "liftSuppression",
  method: "DELETE",
  path: "/suppressions/:id",
  summary: "Write to an address again",
  description:
    "Where mails came back and the mailbox works again, or where you stopped writing yourself. What had ended stays so, and can be begun anew. " +
    "`stopped` and `complained` are the shopper's own word: only they take it back, by confirming a mail or, for SMS, by texting START.",
  problems: ["mode_forbidden", "conflict"],
  answers: { 204: { description: "Lifted.", schema: null } },
});

export const subscriptions: OperationGroup = {
  name: "subscriptions",
  title: "Subscriptions",
  introduction:
    "Shoppers who are told of their parcels by mail or SMS, and addresses you write to no more. Addresses come in, and never out.",
  operations: [createSubscription, listSubscriptions, cancelSubscription, listSuppressions, createSuppression, liftSuppression],
};
