import { formRoute } from "#app/_server/form-route.ts";
import { confirm, type PreferencesAddress, showConfirmation } from "#app/_server/preferences-document.ts";
import { documentRoute } from "#app/_server/route.ts";

export const dynamic = "force-dynamic";

export const GET = documentRoute<PreferencesAddress>("confirm", showConfirmation);

export const POST = formRoute<PreferencesAddress>("confirm", confirm);
