import type { ApiReference } from "#lib/contracts/api/reference.ts";

export function ApiNav({ groups }: Pick<ApiReference, "groups">) {
  return (
    <nav aria-label="Contents">
      <ul>
        <Item id="start" title="Start" />
        <Item id="conventions" title="What holds everywhere" />
        {groups.map(({ name, title, operations }) => (
          <li key={name}>
            <a href={`#${name}`}>{title}</a>
            <ul>
              {operations.map(({ id, summary }) => (
                <Item key={id} id={id} title={summary} />
              ))}
            </ul>
          </li>
        ))}
        <Item id="webhooks" title="Webhooks" />
        <Item id="errors" title="Errors" />
        <Item id="dialects" title="EasyPost, Shippo, ShipEngine" />
        <Item id="objects" title="Objects" />
      </ul>
    </nav>
  );
}

function Item({ id, title }: { id: string; title: string }) {
  return (
    <li>
      <a href={`#${id}`}>{title}</a>
    </li>
  );
}
