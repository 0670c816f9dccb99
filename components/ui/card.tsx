import type { ReactNode } from "react";

/** A headed part of the page; how much of a card it looks like is the layout's business. */
export function Card({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}
