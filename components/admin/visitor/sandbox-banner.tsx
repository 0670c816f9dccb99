import type { MomentText } from "#lib/view/console-time.ts";
import { Icon } from "../ui/icon.tsx";
import { Moment } from "../ui/moment.tsx";

/** Says on every screen of a visitor's shop whose it is, and for how long. */
export function SandboxBanner({ expiresAt }: { expiresAt: MomentText }) {
  return (
    <section
      aria-label="Your visit"
      className="flex items-start gap-2.5 border-line border-b bg-accent-soft px-4 py-2.5 text-accent text-sm sm:px-6 lg:px-8"
    >
      <Icon name="clock" className="mt-0.5 flex-none" />
      <p>
        <strong className="font-medium">This shop is yours to play with.</strong> Change what you like: it ends{" "}
        <Moment moment={expiresAt} />, with everything in it, and nothing leaves it.
      </p>
    </section>
  );
}
