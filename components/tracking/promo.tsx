import { Icon } from "#components/ui/icon.tsx";
import type { PromoView } from "#lib/view/tracking-view.ts";

export function Promo({ promo }: { promo: PromoView }) {
  return (
    <section className="card promo" {...(promo.heading === null ? {} : { "aria-labelledby": "promo" })}>
      {/* biome-ignore lint/performance/noImgElement: next/image would bring a runtime to a page that has none */}
      {promo.imageUrl !== null && <img className="promo-image" src={promo.imageUrl} alt={promo.imageAlt} loading="lazy" decoding="async" />}
      <div className="promo-body">
        {promo.heading !== null && <h2 id="promo">{promo.heading}</h2>}
        <p className="card-text">{promo.text}</p>
        {promo.link !== null && (
          <a className="button button-accent" href={promo.link.href} rel="noreferrer">
            {promo.link.label}
            <Icon name="arrow" />
          </a>
        )}
      </div>
    </section>
  );
}
