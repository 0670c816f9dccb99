import type { NoticeView } from "#lib/view/tracking-view.ts";

export function LookupForm({ form }: { form: NonNullable<NoticeView["form"]> }) {
  const describedBy = form.error === null ? "lookup-hint" : "lookup-error lookup-hint";
  return (
    <form className="lookup" action={form.action} method="get">
      <label htmlFor="lookup-number">{form.label}</label>
      <div className="lookup-row">
        <input
          id="lookup-number"
          name="number"
          type="text"
          dir="ltr"
          defaultValue={form.value}
          required
          maxLength={80}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="search"
          aria-describedby={describedBy}
          aria-invalid={form.error === null ? undefined : true}
        />
        <button type="submit" className="button">
          {form.button}
        </button>
      </div>
      {form.error !== null && (
        <p id="lookup-error" className="lookup-error">
          {form.error}
        </p>
      )}
      <p id="lookup-hint" className="lookup-hint">
        {form.hint}
      </p>
    </form>
  );
}
