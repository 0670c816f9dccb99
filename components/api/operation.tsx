import type { ReferenceField, ReferenceOperation } from "#lib/contracts/api/reference.ts";
import { CodeBlock } from "./code-block.tsx";
import { FieldList, ObjectLink } from "./field-list.tsx";
import { Prose } from "./prose.tsx";

export function OperationArticle({ operation }: { operation: ReferenceOperation }) {
  const { id, method, path, summary, description, parameters, body, bodyObject, answers, problems, curl } = operation;
  return (
    <article id={id} className="operation" aria-labelledby={`${id}-heading`}>
      <div className="telling">
        <h3 id={`${id}-heading`}>
          <a href={`#${id}`}>{summary}</a>
        </h3>
        <p className="address">
          <Method method={method} />
          <code>{path}</code>
        </p>
        {description !== null && (
          <p>
            <Prose text={description} />
          </p>
        )}
        <Part heading="Query" fields={parameters} />
        <Part heading="Body" fields={body} />
        {bodyObject !== null && (
          <p>
            The body is a whole <ObjectLink name={bodyObject} />.
          </p>
        )}
        <h4>Answers</h4>
        <ul className="answers">
          {answers.map(({ status, description: meaning, object, isList }) => (
            <li key={status}>
              <span className="status">
                <code>{status}</code>
              </span>
              <span>
                {meaning} {isList && "List of "}
                {object !== null && <ObjectLink name={object} />}
              </span>
            </li>
          ))}
          {problems.length > 0 && (
            <li>
              <a className="status" href="#errors">
                Errors
              </a>
              <span className="problems">
                {problems.map((code) => (
                  <code key={code}>{code}</code>
                ))}
              </span>
            </li>
          )}
        </ul>
      </div>
      <CodeBlock title={`${method} ${path}`} text={curl} />
    </article>
  );
}

export function Method({ method }: { method: ReferenceOperation["method"] }) {
  return <span className={`method method-${method.toLowerCase()}`}>{method}</span>;
}

function Part({ heading, fields }: { heading: string; fields: readonly ReferenceField[] }) {
  if (fields.length === 0) return null;
  return (
    <>
      <h4>{heading}</h4>
      <FieldList fields={fields} showsRequired />
    </>
  );
}
