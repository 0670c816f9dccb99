import { Icon } from "#components/ui/icon.tsx";
import type { LanguageLinkView } from "#lib/view/tracking-view.ts";

/** More languages than fit a line go behind their current one. */
const IN_ONE_LINE = 5;

export function LanguageLinks({ languages, label }: { languages: readonly LanguageLinkView[]; label: string }) {
  if (languages.length < 2) return null;
  const list = (
    <ul className="link-list">
      {languages.map((language) => (
        <li key={language.lang}>
          <a href={language.href} lang={language.lang} hrefLang={language.lang} aria-current={language.isCurrent ? "true" : undefined}>
            <bdi>{language.label}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav className="languages" aria-label={label}>
      {languages.length <= IN_ONE_LINE ? (
        list
      ) : (
        <details id="languages">
          <summary>
            <Icon name="globe" />
            {languages.find((language) => language.isCurrent)?.label ?? label}
          </summary>
          {list}
        </details>
      )}
    </nav>
  );
}
