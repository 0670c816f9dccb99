import { formRoute } from "#app/_server/form-route.ts";
import { type PreferencesAddress, savePreferences, showPreferences } from "#app/_server/preferences-document.ts";
import { documentRoute } from "#app/_server/route.ts";

export const dynamic = "force-dynamic";

export const GET = documentRoute<PreferencesAddress>("preferences", showPreferences);

export const POST = formRoute<PreferencesAddress>("preferences", savePreferences);
