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
    "What they ended themselves is not yours to begin again, nor is an address that is suppressed.",
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
  description: "Ends all its subscriptions. One that is suppressed already keeps its reason.",
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
  description: "Where a mailbox works again, or its owner asked you to. What had ended stays so, and can be begun anew.",
  problems: ["mode_forbidden"],
  answers: { 204: { description: "Lifted.", schema: null } },
});

export const subscriptions: OperationGroup = {
  name: "subscriptions",
  title: "Subscriptions",
  introduction:
    "Shoppers who are told of their parcels by mail or SMS, and addresses you write to no more. Addresses come in, and never out.",
  operations: [createSubscription, listSubscriptions, cancelSubscription, listSuppressions, createSuppression, liftSuppression],
};
