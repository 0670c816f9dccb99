import { type ComponentProps, type ReactNode, useId } from "react";

export function TextInput({ className = "", ...rest }: ComponentProps<"input">) {
  return <input type="text" {...rest} className={`control ${className}`} />;
}

/** Kept from keyboards that mend what is typed. */
export function EmailInput(props: ComponentProps<"input">) {
  return <TextInput type="email" autoComplete="off" autoCapitalize="none" spellCheck={false} {...props} />;
}

export function TextArea({ className = "", ...rest }: ComponentProps<"textarea">) {
  return <textarea {...rest} className={`control ${className}`} />;
}

export function SelectInput({ className = "", ...rest }: ComponentProps<"select">) {
  return <select {...rest} className={`control ${className}`} />;
}

type TickProps = ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode };

export function Checkbox(props: TickProps) {
  return <Tick {...props} look="checkbox" />;
}

export function Switch(props: TickProps) {
  return <Tick {...props} role="switch" look="switch" />;
}

function Tick({ label, hint, look, ...rest }: TickProps & { look: string }) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input {...rest} type="checkbox" id={id} className={look} aria-describedby={hint ? `${id}-hint` : undefined} />
      <div className="grid gap-0.5">
        <label htmlFor={id} className="text-[0.9375rem]">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-muted text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
