import { LinkList } from "#components/ui/link-list.tsx";
import type { BrandView } from "#lib/view/brand-view.ts";
import type { PageLabels } from "#lib/view/tracking-view.ts";
import { BrandLogo } from "./brand-logo.tsx";
import type { Theme } from "./theme.ts";

export function BrandHeader({ brand, labels, theme }: { brand: BrandView; labels: PageLabels; theme: Theme }) {
  const logo = <BrandLogo brand={brand} theme={theme} />;
  return (
    <header className="brand-header">
      <div className="wrap flex flex-wrap items-center gap-x-6">
        {brand.homeUrl === null ? (
          <div className="home">{logo}</div>
        ) : (
          <a className="home" href={brand.homeUrl} rel="noreferrer">
            {logo}
          </a>
        )}
        {brand.headerLinks.length > 0 && (
          <nav className="header-links" aria-label={labels.headerLinks}>
            <LinkList links={brand.headerLinks} />
          </nav>
        )}
      </div>
    </header>
  );
}
