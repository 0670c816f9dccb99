"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button, LinkButton } from "../ui/button.tsx";

/** Goes on by itself where nothing was found yet, until somebody says stop; without a script it is a link. */
export function SearchOn({ href, isEager, reached }: { href: string; isEager: boolean; reached: string | null }) {
  const router = useRouter();
  const [isStopped, setStopped] = useState(false);
  const goesOn = isEager && !isStopped;
  useEffect(() => {
    if (goesOn) router.replace(href, { scroll: false });
  }, [goesOn, href, router]);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" className="flex items-center gap-2.5 text-muted">
        {goesOn && <span className="spinner" aria-hidden="true" />}
        {reached === null ? "There are more to look through." : `Looked through everything back to ${reached}.`}
      </p>
      {goesOn ? (
        <Button size="small" onClick={() => setStopped(true)}>
          Stop
        </Button>
      ) : (
        <LinkButton size="small" href={href} icon="search">
          Search on
        </LinkButton>
      )}
    </div>
  );
}
