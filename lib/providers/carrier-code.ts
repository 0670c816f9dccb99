import { type CarrierSlug, type CodeProvider, findCarrier, providerCodeOf } from "#lib/carriers/catalog.ts";
import type { ClientAnswer } from "./provider.ts";

/** The provider's own code of a carrier, or the answer that it has none. */
export function carrierCode(
  provider: { codes: CodeProvider; vendor: string },
  slug: CarrierSlug,
): { kind: "code"; code: string } | Extract<ClientAnswer, { kind: "unsupported" }> {
  const carrier = findCarrier(slug);
  const code = carrier && providerCodeOf(carrier, provider.codes);
  if (code) return { kind: "code", code };
  return { kind: "unsupported", problem: `${provider.vendor} does not track parcels of ${carrier?.name ?? slug}.` };
}
