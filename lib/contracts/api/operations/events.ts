import { eventPageSchema, eventSchema, listEventsQuery } from "../event.ts";
import { defineOperation, type OperationGroup } from "../operation.ts";

export const listEvents = defineOperation({
  id: "listEvents",
  method: "GET",
  path: "/events",
  summary: "List events",
  query: listEventsQuery,
  answers: { 200: { description: "A page of events, newest first.", schema: eventPageSchema } },
});

export const getEvent = defineOperation({
  id: "getEvent",
  method: "GET",
  path: "/events/:id",
  summary: "Read an event",
  answers: { 200: { description: "The event.", schema: eventSchema } },
});

export const events: OperationGroup = {
  name: "events",
  title: "Events",
  introduction: "What happened to your trackers, and who was told of it.",
  operations: [listEvents, getEvent],
};
