import type { ReactNode } from "react";
import { openConsole } from "#app/_server/console/open-console.ts";
import { MerchantSwitch } from "#components/admin/shell/merchant-switch.island.tsx";
import { Shell } from "#components/admin/shell/shell.tsx";
import { SandboxBanner } from "#components/admin/visitor/sandbox-banner.tsx";
import { momentText } from "#lib/view/console-time.ts";
import { openShop } from "../_actions/shell.ts";
import { signOut } from "../_actions/sign-in.ts";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { runtime, call } = await openConsole();
  const { expiresAt } = call.merchant;
  const shops = call.memberships.map(({ merchant }) => ({ slug: merchant.slug, name: merchant.name }));
  const shop =
    shops.length > 1 ? (
      <MerchantSwitch current={call.merchant.slug} shops={shops} open={openShop} />
    ) : (
      <p className="px-2 font-medium">{call.merchant.name}</p>
    );
  return (
    <Shell
      shop={shop}
      user={call.user}
      signOut={signOut}
      banner={expiresAt && <SandboxBanner expiresAt={momentText(expiresAt, runtime.clock.now())} />}
    >
      {children}
    </Shell>
  );
}
