import { trackerReportSchema } from "../../tracker-report.ts";
import { defineOperation, type OperationGroup } from "../operation.ts";
import {
  changeTrackerSchema,
  listTrackersQuery,
  registeredTrackerSchema,
  registerTrackerSchema,
  trackerPageSchema,
  trackerSchema,
} from "../tracker.ts";

export const registerTracker = defineOperation({
  id: "registerTracker",
  method: "POST",
  path: "/trackers",
  summary: "Follow a parcel",
  description:
    "Registers a number, and answers its page at once. The same number registered again within three months is the same tracker. With a test key the vendors' test numbers show every state there is, without any account.",
  body: registerTrackerSchema,
  example: { carrier: "usps", tracking_number: "EZ2000000002", metadata: "order 28002" },
  answers: {
    201: { description: "A new tracker.", schema: registeredTrackerSchema },
    200: { description: "The tracker that was there already.", schema: registeredTrackerSchema },
  },
});

export const listTrackers = defineOperation({
  id: "listTrackers",
  method: "GET",
  path: "/trackers",
  summary: "List trackers",
  query: listTrackersQuery,
  answers: { 200: { description: "A page of trackers, newest first.", schema: trackerPageSchema } },
});

export const getTracker = defineOperation({
  id: "getTracker",
  method: "GET",
  path: "/trackers/:id",
  summary: "Read a tracker",
  answers: { 200: { description: "The tracker.", schema: trackerSchema } },
});

export const changeTracker = defineOperation({
  id: "changeTracker",
  method: "PATCH",
  path: "/trackers/:id",
  summary: "Change a tracker",
  description: "What is left out stays as it is. One that is not watched keeps its page, and its source is asked no more.",
  body: changeTrackerSchema,
  example: { is_watched: false },
  answers: { 200: { description: "The tracker as it is now.", schema: trackerSchema } },
});

export const deleteTracker = defineOperation({
  id: "deleteTracker",
  method: "DELETE",
  path: "/trackers/:id",
  summary: "Delete a tracker",
  description: "Its page is gone and late news does not bring it back. Registering the number again makes a new tracker.",
  answers: { 204: { description: "Deleted.", schema: null } },
});

export const pushScans = defineOperation({
  id: "pushScans",
  method: "POST",
  path: "/trackers/:id/scans",
  summary: "Report scans",
  description:
    "For carriers and couriers of your own. Scans are known by time, place and words, so a report may come twice and in any order. Give each time as you know it: with its offset, as a wall clock without one, or as a bare day. The newest scan speaks for the parcel, unless the report has a status of its own.",
  body: trackerReportSchema,
  example: {
    scans: [
      {
        status: "out_for_delivery",
        message: "On the van",
        occurred_at: "2026-03-02T08:10:00-06:00",
        place: { city: "Chicago", region: "IL", country: "US" },
      },
    ],
    estimated_delivery: { on: "2026-03-02", until: "18:00" },
  },
  answers: { 200: { description: "The tracker with the scans in it.", schema: trackerSchema } },
});

export const checkTracker = defineOperation({
  id: "checkTracker",
  method: "POST",
  path: "/trackers/:id/check",
  summary: "Ask for news now",
  description: "Asks the tracker's source out of turn. What it answers comes like any other news: in the tracker, and as an event.",
  answers: { 202: { description: "The source is being asked.", schema: null } },
  problems: ["conflict"],
});

export const trackers: OperationGroup = {
  name: "trackers",
  title: "Trackers",
  introduction: "A tracker is one parcel: its number, every scan that was ever reported of it, and its page.",
  operations: [registerTracker, listTrackers, getTracker, changeTracker, deleteTracker, pushScans, checkTracker],
};
