/** Every door of the console: who may pass, and, where it is about a thing, how a stranger would aim at another shop's. */
import type { Role } from "#lib/shared/role.ts";
import type { Things } from "./fill-shop.ts";

interface ActionDoor {
  /** The least role. */
  role: Role;
  aim?: (things: Things) => unknown;
}

const of = (role: Role, aim?: ActionDoor["aim"]): ActionDoor => ({ role, ...(aim && { aim }) });

/** By file and export, of `app/(admin)/admin/_actions`. */
export const ACTIONS: Readonly<Record<string, ActionDoor>> = {
  "account.changePassword": of("viewer"),
  "account.deletePasskey": of("viewer"),
  "account.endOtherSessions": of("viewer"),
  "account.endSession": of("viewer"),
  "account.rename": of("viewer"),
  "account.renamePasskey": of("viewer"),
  "brand.discardDraft": of("editor"),
  "brand.importBrand": of("editor"),
  "brand.publishBrand": of("editor"),
  "brand.readBrandFile": of("editor"),
  "brand.restoreVersion": of("editor", () => ({ version: 999 })),
  "brand.saveDraft": of("editor"),
  "create-parcel.checkNumbers": of("viewer"),
  "create-parcel.createParcels": of("editor"),
  "domains.addDomain": of("owner"),
  "domains.checkDomain": of("owner", ({ domainId: id }) => ({ id })),
  "domains.removeDomain": of("owner", ({ domainId: id }) => ({ id })),
  "endpoints.change": of("owner", ({ mode, endpointId: id }) => ({ mode, id, url: "http://127.0.0.1:9/other", name: "taken" })),
  "endpoints.create": of("owner"),
  "endpoints.remove": of("owner", ({ mode, endpointId: id }) => ({ mode, id })),
  "endpoints.replay": of("editor", ({ mode }) => ({ mode, id: "dlv_1" })),
  "endpoints.replayFailed": of("editor", ({ mode, endpointId: id }) => ({ mode, id })),
  "endpoints.rotate": of("owner", ({ mode, endpointId: id }) => ({ mode, id })),
  "endpoints.sendSample": of("editor", ({ mode, endpointId: id }) => ({ mode, id })),
  "endpoints.switchEndpoint": of("owner", ({ mode, endpointId: id }) => ({ mode, id, isOn: false })),
  "imports.previewImport": of("viewer", ({ importId: id, plan }) => ({ id, plan })),
  "imports.startImport": of("editor", ({ importId: id, plan }) => ({ id, plan })),
  "imports.steerImport": of("editor", ({ importId: id }) => ({ id, step: "cancel" })),
  "keys.createKey": of("owner"),
  "keys.revokeKey": of("owner", ({ keyId: id }) => ({ id })),
  "look.suggestLook": of("editor", ({ imageUrl }) => ({ color: null, imageUrl })),
  "messages.addDomain": of("owner"),
  "messages.change": of("editor"),
  "messages.checkDomain": of("owner", ({ senderDomainId: id }) => ({ id })),
  "messages.lift": of("editor", () => ({ digest: "00" })),
  "messages.removeDomain": of("owner", ({ senderDomainId: id }) => ({ id })),
  "messages.removeSms": of("owner"),
  "messages.renewReports": of("owner"),
  "messages.sendTest": of("editor"),
  "messages.setSms": of("owner"),
  "overview.checkParcelNow": of("editor", ({ mode, trackerId: id }) => ({ mode, id })),
  "overview.putNoticeAside": of("editor", ({ mode }) => ({ mode, id: "ntc_1" })),
  "overview.replayUnreadPayloads": of("editor"),
  "overview.settle": of("editor", ({ mode, trackerId: id }) => ({ mode, id, isSettled: true })),
  "overview.tryDeadJobsAgain": of("editor"),
  "parcels.erasureProgress": of("owner", () => ({ id: "era_1" })),
  "parcels.eraseShopper": of("owner"),
  "parcels.lookUpShopper": of("owner"),
  "parcels.remove": of("editor", ({ mode, trackerId: id }) => ({ mode, id })),
  "parcels.renewLink": of("editor", ({ mode, trackerId: id }) => ({ mode, id })),
  "parcels.reread": of("editor", ({ mode, trackerId: id }) => ({ mode, id })),
  "parcels.watch": of("editor", ({ mode, trackerId: id }) => ({ mode, id, isWatched: false })),
  "shell.openShop": of("viewer"),
  "sources.askNow": of("editor", ({ sourceId: id }) => ({ id })),
  "sources.changeSecrets": of("owner", ({ sourceId: id }) => ({ id, apiKey: "taken" })),
  "sources.create": of("owner"),
  "sources.remove": of("owner", ({ mode, sourceId: id }) => ({ mode, id })),
  "sources.replayPayload": of("editor", () => ({ id: "pay_1" })),
  "sources.rotate": of("owner", ({ sourceId: id }) => ({ id })),
  "sources.setPolled": of("owner", ({ sourceId: id }) => ({ id, isPolled: true })),
  "sources.switchSource": of("owner", ({ sourceId: id }) => ({ id, isOn: false })),
  "team.invite": of("owner"),
  "team.leave": of("viewer"),
  "team.remove": of("owner", ({ viewerId: userId }) => ({ userId })),
  "team.revokeInvitation": of("owner", ({ invitationId: id }) => ({ id })),
  "team.setRole": of("owner", ({ viewerId: userId }) => ({ userId, role: "owner" })),
};

/** For those who are not signed in, or about to be no more. */
export const OPEN_ACTIONS: readonly string[] = [
  "sign-in.askForReset",
  "sign-in.chooseNewPassword",
  "sign-in.joinAsNewUser",
  "sign-in.joinSignedIn",
  "sign-in.signIn",
  "sign-in.signOut",
];

interface PageDoor {
  /** The least role; null where nobody need be signed in. */
  role: Role | null;
  /** Where the page of one of this shop's things is. */
  at?: (things: Things) => string;
}

export const PAGES: Readonly<Record<string, PageDoor>> = {
  "/admin": { role: "viewer" },
  "/admin/account": { role: "viewer" },
  "/admin/audit": { role: "viewer" },
  "/admin/brand": { role: "viewer" },
  "/admin/brand/matrix": { role: "viewer" },
  "/admin/brand/versions": { role: "viewer" },
  "/admin/domains": { role: "viewer" },
  "/admin/endpoints": { role: "viewer" },
  "/admin/endpoints/[endpoint]": { role: "viewer", at: ({ endpointId }) => `/admin/endpoints/${endpointId}` },
  "/admin/forgot": { role: null },
  "/admin/imports": { role: "viewer" },
  "/admin/imports/[id]": { role: "viewer", at: ({ importId }) => `/admin/imports/${importId}` },
  "/admin/join/[token]": { role: null },
  "/admin/keys": { role: "viewer" },
  "/admin/messages": { role: "viewer" },
  "/admin/messages/preview": { role: "viewer" },
  "/admin/messages/settings": { role: "viewer" },
  "/admin/parcels": { role: "viewer" },
  "/admin/parcels/[id]": { role: "viewer", at: ({ trackerId }) => `/admin/parcels/${trackerId}` },
  "/admin/parcels/erase": { role: "owner" },
  "/admin/parcels/new": { role: "editor" },
  "/admin/reset/[token]": { role: null },
  "/admin/sign-in": { role: null },
  "/admin/snippets": { role: "viewer" },
  "/admin/sources": { role: "viewer" },
  "/admin/sources/[source]": { role: "viewer", at: ({ sourceId }) => `/admin/sources/${sourceId}` },
  "/admin/team": { role: "viewer" },
};

interface RouteDoor {
  /** The least role; null where nobody need be signed in, or the route asks in its own way. */
  role: Role | null;
  methods: readonly ("GET" | "POST")[];
  at: (things: Things) => string;
}

export const ROUTES: Readonly<Record<string, RouteDoor>> = {
  "/admin/auth/[...path]": { role: null, methods: [], at: () => "/admin/auth/x" },
  "/admin/auth/password-rating": { role: null, methods: [], at: () => "/admin/auth/password-rating" },
  "/admin/brand-file": { role: "viewer", methods: ["GET"], at: () => "/admin/brand-file?of=published" },
  "/admin/exports/parcels": { role: "viewer", methods: ["GET"], at: () => "/admin/exports/parcels" },
  "/admin/images": { role: "editor", methods: ["POST"], at: () => "/admin/images?purpose=logo" },
  "/admin/imports-files": { role: "editor", methods: ["POST"], at: () => "/admin/imports-files?name=x.csv" },
  "/admin/imports-files/[id]": { role: "viewer", methods: ["GET"], at: ({ importId }) => `/admin/imports-files/${importId}` },
  "/admin/imports-files/[id]/problems": {
    role: "viewer",
    methods: ["GET"],
    at: ({ importId }) => `/admin/imports-files/${importId}/problems`,
  },
  "/admin/imports-files/template": { role: "viewer", methods: ["GET"], at: () => "/admin/imports-files/template" },
  "/admin/messages/mail": { role: "viewer", methods: ["GET"], at: () => "/admin/messages/mail?of=delivered" },
  "/admin/parcels/[id]/page-view": { role: "viewer", methods: ["GET"], at: ({ trackerId }) => `/admin/parcels/${trackerId}/page-view` },
  "/admin/parcels/[id]/payloads/[payload]": {
    role: "viewer",
    methods: ["GET"],
    at: ({ trackerId }) => `/admin/parcels/${trackerId}/payloads/pay_1`,
  },
  "/admin/preview": { role: "viewer", methods: ["GET"], at: () => "/admin/preview?of=published&sample=delivered" },
  "/admin/try": { role: null, methods: [], at: () => "/admin/try" },
};
