import { LinkList } from "#components/ui/link-list.tsx";
import { Time } from "#components/ui/time.tsx";
import type { SubscriptionPageView } from "#lib/view/subscribe-view.ts";
import type { PageView } from "#lib/view/tracking-view.ts";
import { LanguageLinks } from "./language-links.tsx";

export function PageFooter({ view }: { view: PageView | SubscriptionPageView }) {
  const { brand, labels } = view;
  const links = [...brand.legalLinks, ...brand.socialLinks];
  return (
    <footer className="page-footer">
      <div className="wrap">
        {brand.footerText !== null && <p className="footer-text">{brand.footerText}</p>}
        <div className="footer-rows">
          {links.length > 0 && (
            <nav aria-label={labels.footerLinks}>
              <LinkList links={links} />
            </nav>
          )}
          <LanguageLinks languages={view.languages} label={labels.language} />
          {view.kind === "tracking" && view.updated !== null && (
            <p>
              <Time time={view.updated} />
            </p>
          )}
          {brand.showPoweredBy && <p>{labels.poweredBy}</p>}
        </div>
      </div>
    </footer>
  );
}
