import { formRoute } from "#app/_server/form-route.ts";
import { endNews, type PreferencesAddress, showUnsubscribing } from "#app/_server/preferences-document.ts";
import { documentRoute } from "#app/_server/route.ts";

export const dynamic = "force-dynamic";

export const GET = documentRoute<PreferencesAddress>("unsubscribe", showUnsubscribing);

export const POST = formRoute<PreferencesAddress>("unsubscribe", endNews);
