import { readConfig } from "#lib/config/config.ts";
import { listMerchants } from "#lib/merchants/list-merchants.ts";
import { buildMerchantAddress } from "#lib/merchants/merchant-address.ts";
import { createRuntime } from "#lib/runtime/runtime.ts";
import type { Command } from "../command.ts";

export const merchantsCommand: Command = {
  usage: "merchants",
  description: "Lists every merchant: slug, name, and where the pages are.",
  options: {},
  async run(_, terminal) {
    const runtime = await createRuntime(readConfig(terminal.environment));
    try {
      for (const merchant of await listMerchants(runtime)) {
        const { origin, pathPrefix } = buildMerchantAddress(merchant, runtime.config.publicOrigin);
        terminal.out(`${merchant.slug}${merchant.isDefault ? " (default)" : ""}: ${merchant.name}, ${origin}${pathPrefix}/`);
      }
      return 0;
    } finally {
      await runtime.close();
    }
  },
};
