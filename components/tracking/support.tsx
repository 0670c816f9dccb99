import { Card } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { SupportView } from "#lib/view/tracking-view.ts";

const CONTACT_ICONS = { email: "mail", phone: "phone", url: "globe", hours: "clock" } as const;

export function Support({ support }: { support: SupportView }) {
  return (
    <Card id="support" heading={support.heading}>
      {support.text !== "" && <p className="card-text">{support.text}</p>}
      <ul className="contacts">
        {support.contacts.map((contact) => (
          <li key={contact.kind}>
            <Icon name={CONTACT_ICONS[contact.kind]} />
            {contact.href === null ? (
              <bdi>{contact.text}</bdi>
            ) : (
              <a href={contact.href} rel="noreferrer">
                <bdi>{contact.text}</bdi>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
