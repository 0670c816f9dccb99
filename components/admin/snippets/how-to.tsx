import { Code } from "../ui/code.tsx";
import { Panel } from "../ui/panel.tsx";

interface HowToProps {
  title: string;
  steps: readonly string[];
  notes: readonly string[];
  /** Where the guide is, in Waymark's own files. */
  guide: string;
}

/** What to do with a snippet, in order, and what to know. */
export function HowTo({ title, steps, notes, guide }: HowToProps) {
  return (
    <Panel
      title={title}
      footer={
        <span className="text-muted">
          The whole guide comes with Waymark: <Code>{guide}</Code>
        </span>
      }
    >
      <div className="grid gap-4">
        <ol className="grid gap-3">
          {steps.map((step, index) => (
            <li key={step} className="flex gap-3">
              <span
                className="grid size-6 flex-none place-items-center rounded-full bg-sunken font-medium text-sm tabular-nums"
                aria-hidden="true"
              >
                {index + 1}
              </span>
              <span className="max-w-prose">{step}</span>
            </li>
          ))}
        </ol>
        <ul className="grid max-w-prose list-disc gap-1 ps-5 text-muted text-sm">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
