import type { ChoiceView, NewsFieldView, NewsFormView } from "#lib/view/subscribe-view.ts";

const TYPES = { email: "email", phone: "tel" } as const;
const FILLED_BY = { email: "email", phone: "tel" } as const;

/** Where news should go and what of. Its labels hold their inputs, so that it costs the page few bytes. */
export function NewsForm({ form }: { form: NewsFormView }) {
  const { topics, languages } = form;
  return (
    <form className="news-form" action={form.action} method="post">
      {form.fields.map((field) => (
        <Field key={field.name} field={field} />
      ))}
      <fieldset aria-describedby={topics.error === null ? undefined : "topics-error"}>
        <legend>{topics.label}</legend>
        {topics.choices.map((choice) => (
          <label key={choice.value}>
            <input type="checkbox" name="topic" value={choice.value} defaultChecked={choice.isChosen} />
            {choice.label}
          </label>
        ))}
      </fieldset>
      {topics.error !== null && (
        <p id="topics-error" className="lookup-error">
          {topics.error}
        </p>
      )}
      {languages !== null && <Languages {...languages} />}
      <button type="submit" className="button">
        {form.button}
      </button>
    </form>
  );
}

function Field({ field }: { field: NewsFieldView }) {
  const { name, label, value, isRequired, error } = field;
  const errorId = `${name}-error`;
  return (
    <>
      <label>
        {label}
        <input
          type={TYPES[name]}
          name={name}
          dir="ltr"
          defaultValue={value || undefined}
          required={isRequired}
          autoComplete={FILLED_BY[name]}
          {...(error !== null && { "aria-invalid": true, "aria-describedby": errorId })}
        />
      </label>
      {error !== null && (
        <p id={errorId} className="lookup-error">
          {error}
        </p>
      )}
    </>
  );
}

function Languages({ label, choices }: { label: string; choices: ChoiceView[] }) {
  return (
    <label>
      {label}
      <select name="lang" defaultValue={choices.find(({ isChosen }) => isChosen)?.value}>
        {choices.map(({ value, label: name, lang }) => (
          <option key={value} value={value} lang={lang}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
