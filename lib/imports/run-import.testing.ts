/** A process that takes in an import, for tests that kill it: `node run-import.testing.ts <settings> <payload>`, both as JSON. */
import { setTimeout as sleep } from "node:timers/promises";
import { readConfig } from "#lib/config/config.ts";
import { createRuntime } from "#lib/runtime/runtime.ts";
import { importParcels } from "./import-parcels.ts";

const [settings, payload] = process.argv.slice(2).map((text) => JSON.parse(text));
const runtime = await createRuntime({ ...readConfig({ DEMO: "off" }), ...settings });
// After one job's rows it only waits: on a busy machine whoever kills it may be late, and is to find it in the midst all the same.
await importParcels({ ...runtime, jobs: { enqueue: () => sleep(60_000) } }, payload);
await runtime.close();
