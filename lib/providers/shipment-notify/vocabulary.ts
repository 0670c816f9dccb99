import { easypostVocabulary } from "../easypost/vocabulary.ts";
import type { VendorVocabulary } from "../vendor-vocabulary.ts";

/** The platform's labels come from EasyPost, and so do its statuses; it sends no details. */
export const shipmentNotifyVocabulary = { statuses: easypostVocabulary.statuses, details: {} } satisfies VendorVocabulary;
