import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "../ui/icon.tsx";
import { ToastRegion } from "../ui/toast.island.tsx";
import { NavLinks } from "./nav-links.island.tsx";
import { PhoneMenu } from "./phone-menu.island.tsx";

interface ShellProps {
  /** The shop's name, or the choice among several. */
  shop: ReactNode;
  user: { name: string; email: string };
  signOut: () => Promise<void>;
  banner: ReactNode;
  children: ReactNode;
}

/** What stands around every screen of the console. */
export function Shell({ shop, user, signOut, banner, children }: ShellProps) {
  const menu = (
    <>
      <div className="px-1">{shop}</div>
      <nav aria-label="Console" className="flex-1">
        <NavLinks />
      </nav>
      <Person user={user} signOut={signOut} />
    </>
  );
  return (
    <ToastRegion>
      <a href="#content" className="button button-primary sr-only z-50 focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
        Skip to the content
      </a>
      <div className="lg:grid lg:grid-cols-[15.5rem_1fr]">
        <aside className="sticky top-0 hidden h-dvh flex-col gap-5 overflow-y-auto border-line border-r bg-raised px-3 py-4 lg:flex">
          <Wordmark />
          {menu}
        </aside>
        <header className="sticky top-0 z-30 flex items-center justify-between border-line border-b bg-raised px-4 py-2 lg:hidden">
          <Wordmark />
          <PhoneMenu>{menu}</PhoneMenu>
        </header>
        <div className="min-w-0">
          {banner}
          <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[88rem] px-4 py-6 outline-none sm:px-6 lg:px-8">
            {children}
          </main>
        </div>
      </div>
    </ToastRegion>
  );
}

function Wordmark() {
  return (
    <Link href="/admin" prefetch={false} className="flex items-center gap-2 px-2 font-semibold text-ink text-lg no-underline">
      <svg viewBox="0 0 24 24" className="icon text-accent" aria-hidden="true">
        <path d="M12 21.5s7-6.2 7-11.5a7 7 0 1 0-14 0c0 5.3 7 11.5 7 11.5ZM9 10.2l2.2 2.2L15.2 8.2" />
      </svg>
      Waymark
    </Link>
  );
}

function Person({ user, signOut }: Pick<ShellProps, "user" | "signOut">) {
  return (
    <div className="grid gap-1 border-line border-t pt-3">
      <Link
        href="/admin/account"
        prefetch={false}
        className="flex items-center gap-2.5 rounded-control px-3 py-1.5 text-ink no-underline hover:bg-sunken"
      >
        <Icon name="user" />
        <span className="grid min-w-0">
          <span className="truncate text-[0.9375rem]">{user.name}</span>
          <span className="truncate text-muted text-sm">{user.email}</span>
        </span>
      </Link>
      <form action={signOut}>
        <button
          type="submit"
          className="flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded-control px-3 py-1.5 text-left text-[0.9375rem] hover:bg-sunken"
        >
          <Icon name="sign-out" />
          Sign out
        </button>
      </form>
    </div>
  );
}
