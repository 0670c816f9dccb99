/** A process that takes in an import, for tests that kill it: `node run-import.testing.ts <settings> <payload>`, both as JSON. */
import { readConfig } from "#lib/config/config.ts";
import { createRuntime } from "#lib/runtime/runtime.ts";
import { importParcels } from "./import-parcels.ts";

const [settings, payload] = process.argv.slice(2).map((text) => JSON.parse(text));
const runtime = await createRuntime({ ...readConfig({ DEMO: "off" }), ...settings });
const started = importParcels({ ...runtime, jobs: { enqueue: () => importParcels(runtime, payload) } }, payload);
process.stdout.write("started\n");
await started;
await runtime.close();
