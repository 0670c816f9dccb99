import { ACTION_GALLERY } from "./action-gallery.ts";
import type { DemoParcel } from "./demo-parcel.ts";
import { PROVIDER_SAMPLES } from "./provider-samples.ts";
import { STORIES } from "./stories.ts";
import { TEST_NUMBERS } from "./test-numbers.ts";

export const DEMO_PARCELS: readonly DemoParcel[] = [...STORIES, ...ACTION_GALLERY, ...PROVIDER_SAMPLES, ...TEST_NUMBERS];
