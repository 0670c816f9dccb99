import type { ReactNode } from "react";
import { Icon } from "../ui/icon.tsx";

interface NoDomainsProps {
  /** Where a parcel's page answers now, and where it could, without scheme. */
  addressNow: string;
  addressThen: string;
  children: ReactNode;
}

/** What a domain is good for, as two address bars. */
export function NoDomains({ addressNow, addressThen, children }: NoDomainsProps) {
  return (
    <section className="grid gap-8 rounded-panel border border-line bg-raised px-4 py-8 sm:px-8 lg:grid-cols-2 lg:items-center lg:gap-12 lg:py-12">
      <div className="grid gap-4">
        <h2 className="text-xl">Parcels at your own address</h2>
        <p className="max-w-prose text-muted">
          Shoppers trust links that carry your name. Two DNS records are all it takes; the address you have now goes on working.
        </p>
        <div className="grid justify-items-center gap-2">
          <AddressBar address={addressNow} look="text-muted" label="Now" />
          <span className="rotate-90 text-muted">
            <Icon name="arrow" />
          </span>
          <AddressBar address={addressThen} look="font-medium text-ink" label="With a domain of your own" />
        </div>
      </div>
      <div>{children}</div>
    </section>
  );
}

function AddressBar({ address, look, label }: { address: string; look: string; label: string }) {
  return (
    <p className={`flex w-full min-w-0 items-center gap-2.5 rounded-full border border-line bg-canvas px-4 py-2 text-sm ${look}`}>
      <Icon name="shield" className="flex-none" />
      <span className="sr-only">{`${label}: `}</span>
      <span className="min-w-0 truncate">{address}</span>
    </p>
  );
}
