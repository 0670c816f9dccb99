import type { ReferenceField } from "#lib/contracts/api/reference.ts";
import { Prose } from "./prose.tsx";

/** `showsRequired` where it is for the reader to leave things out. */
export function FieldList({ fields, showsRequired }: { fields: readonly ReferenceField[]; showsRequired: boolean }) {
  return (
    <dl className="fields">
      {fields.map((field) => (
        <div key={field.name}>
          <dt>
            <FieldName name={field.name} />
            <FieldType field={field} />
            {showsRequired && field.isRequired && <span className="required">required</span>}
          </dt>
          {(field.description !== null || field.words.length > 0) && (
            <dd>
              {field.description !== null && <Prose text={field.description} />}
              {field.words.length > 0 && <Words words={field.words} />}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** What it lies in stands back behind its own name. */
function FieldName({ name }: { name: string }) {
  const start = name.lastIndexOf(".") + 1;
  return (
    <code className="name">
      {start > 0 && <span className="within">{name.slice(0, start)}</span>}
      {name.slice(start)}
    </code>
  );
}

function FieldType({ field }: { field: ReferenceField }) {
  return (
    <span className="type">
      {field.prefix && `${field.prefix} `}
      {field.isObject ? <ObjectLink name={field.type} /> : field.type}
      {field.isNullable && " or null"}
    </span>
  );
}

export function ObjectLink({ name }: { name: string }) {
  return <a href={`#${objectId(name)}`}>{name}</a>;
}

export const objectId = (name: string) => `object-${name}`;

export function Words({ words }: { words: readonly string[] }) {
  return (
    <ul className="words">
      {words.map((word) => (
        <li key={word}>
          <code>{word}</code>
        </li>
      ))}
    </ul>
  );
}
