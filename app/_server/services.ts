import type { DocumentAssets } from "#components/tracking/document/document-assets.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import type { PrintStatusImage } from "#lib/status-image/status-images.ts";
import type { ApiLimits } from "./api/api-limits.ts";
import type { LookupLimit } from "./lookup-limit.ts";
import { slot } from "./services-slot.ts";
import type { WishLimit } from "./wish-limit.ts";

/** What every route needs: the product, the built files, who has asked or called too often, and the one press for images. */
export interface Services {
  runtime: Runtime;
  assets: DocumentAssets;
  lookupLimit: LookupLimit;
  wishLimit: WishLimit;
  apiLimits: ApiLimits;
  printImage: PrintStatusImage;
}

/** One for the process, made at its start: see start-services.ts. */
export async function getServices(): Promise<Services> {
  if (!slot.waymarkServices) throw new Error("The services are started before anything is asked of them.");
  return slot.waymarkServices;
}

/** For tests, which bring a database of their own. */
export function provideServices(services: Services): void {
  slot.waymarkServices = Promise.resolve(services);
}
