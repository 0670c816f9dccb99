import { useEffect, useRef } from "react";
import type { PreviewRequest } from "./preview-frames.ts";

interface PreviewFormProps {
  merchant: string;
  request: PreviewRequest;
  /** The frame to be drawn in. */
  target: string;
  /** Who may not try things is shown the draft that is kept. */
  isReadOnly: boolean;
}

/** Sends a brand to be drawn, once. */
export function PreviewForm({ merchant, request, target, isReadOnly }: PreviewFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const isSent = useRef(false);
  useEffect(() => {
    if (isSent.current) return;
    isSent.current = true;
    form.current?.submit();
  }, []);
  const { brand, ...look } = request;
  const fields = isReadOnly ? { ...look, merchant, of: "draft" } : { ...look, brand };
  return (
    <form
      ref={form}
      method={isReadOnly ? "get" : "post"}
      action={isReadOnly ? "/admin/preview" : `/admin/preview?merchant=${encodeURIComponent(merchant)}`}
      target={target}
      hidden
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
    </form>
  );
}
