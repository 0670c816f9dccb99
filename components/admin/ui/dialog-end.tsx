import type { ReactNode } from "react";
import { Button } from "./button.tsx";

interface DialogEndProps {
  /** What came of it. */
  children: ReactNode;
  label: string;
  onSeen: () => void;
}

/** The last a dialog shows, and the one button that says it has been seen. */
export function DialogEnd({ children, label, onSeen }: DialogEndProps) {
  return (
    <div className="grid gap-4">
      {children}
      <div className="flex justify-end">
        <Button variant="primary" onClick={onSeen}>
          {label}
        </Button>
      </div>
    </div>
  );
}
