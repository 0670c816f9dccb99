import type { ReferenceObject } from "#lib/contracts/api/reference.ts";
import { FieldList, ObjectLink, objectId, Words } from "./field-list.tsx";
import { Prose } from "./prose.tsx";

export function ObjectSection({ objects }: { objects: readonly ReferenceObject[] }) {
  return (
    <section id="objects" aria-labelledby="objects-heading">
      <h2 id="objects-heading">Objects</h2>
      {objects.map(({ name, description, extends: base, fields, words }) => (
        <article key={name} id={objectId(name)} className="object" aria-labelledby={`${objectId(name)}-heading`}>
          <h3 id={`${objectId(name)}-heading`}>
            <a href={`#${objectId(name)}`}>{name}</a>
          </h3>
          {description !== null && (
            <p>
              <Prose text={description} />
            </p>
          )}
          {base !== null && (
            <p>
              All of <ObjectLink name={base} />, and:
            </p>
          )}
          {words.length > 0 && <Words words={words} />}
          {fields.length > 0 && <FieldList fields={fields} showsRequired={false} />}
        </article>
      ))}
    </section>
  );
}
