"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { type Crop, type ImagePurpose, MOST_UPLOAD_BYTES } from "#lib/branding/image-purpose.ts";
import { Button } from "../ui/button.tsx";
import { FieldError } from "../ui/field.tsx";
import { FileDrop } from "../ui/file-drop.island.tsx";
import { Meter } from "../ui/meter.tsx";
import { CropDialog } from "./crop-dialog.island.tsx";
import { closePicture, fitForUpload, type OpenPicture, openPicture } from "./image-field-picture.ts";
import { ImagePreview } from "./image-field-preview.tsx";
import { type ImageValue, uploadPicture } from "./image-field-upload.ts";

export type { ImageValue } from "./image-field-upload.ts";

interface ImageFieldProps {
  label: string;
  hint?: ReactNode;
  purpose: ImagePurpose;
  /** Whose image it becomes, by slug. */
  merchant: string;
  /** The colour of what it stands on, on the page. */
  background: string;
  value: ImageValue | null;
  /** What the page shows while there is none. */
  instead?: ImageValue | null;
  onChange: (value: ImageValue | null) => void;
  isDisabled?: boolean;
}

const ACCEPT = "image/png,image/jpeg,image/webp,image/avif,image/gif,image/svg+xml,.svg";
const TAKEN = `PNG, JPEG, WebP, AVIF, GIF or SVG, up to ${MOST_UPLOAD_BYTES / 1024 / 1024}\u00a0MB`;

type Stage = { kind: "idle" } | { kind: "cropping"; picture: OpenPicture } | { kind: "uploading"; share: number };

const IDLE: Stage = { kind: "idle" };

/** An image of the brand's: dropped, pasted or chosen, cropped, uploaded, shown as on the page. */
export function ImageField({
  label,
  hint,
  purpose,
  merchant,
  background,
  value,
  instead = null,
  onChange,
  isDisabled = false,
}: ImageFieldProps) {
  const id = useId();
  const [stage, setStage] = useState<Stage>(IDLE);
  const [problem, setProblem] = useState<string | null>(null);
  const [news, setNews] = useState("");
  const group = useRef<HTMLFieldSetElement>(null);
  const isBusy = stage.kind === "uploading";
  /** The button that was pressed may be gone then, and the focus with it. */
  const change = (next: ImageValue | null) => {
    onChange(next);
    requestAnimationFrame(() => document.activeElement === document.body && group.current?.focus());
  };

  const send = async (bytes: Blob, crop: Crop | null) => {
    setStage({ kind: "uploading", share: 0 });
    const outcome = await uploadPicture({ merchant, purpose, bytes, crop, onProgress: (share) => setStage({ kind: "uploading", share }) });
    setStage(IDLE);
    if (outcome.kind === "refused") return setProblem(outcome.message);
    setNews(`${label} uploaded.`);
    change(outcome.image);
  };
  const take = async (file: File | undefined) => {
    if (!file || isDisabled || stage.kind !== "idle") return;
    setProblem(null);
    setNews("");
    const picture = await openPicture(file);
    if (picture) setStage({ kind: "cropping", picture });
    else await send(file, null);
  };
  const use = async (picture: OpenPicture, crop: Crop | null) => {
    setStage({ kind: "uploading", share: 0 });
    const fitted = await fitForUpload(picture, crop);
    closePicture(picture);
    await send(fitted.bytes, fitted.crop);
  };
  const cancel = (picture: OpenPicture) => {
    closePicture(picture);
    setStage(IDLE);
  };

  return (
    <fieldset
      ref={group}
      aria-labelledby={id}
      tabIndex={-1}
      className="grid min-w-0 gap-1.5 outline-none"
      onPaste={(event) => void take(event.clipboardData.files[0])}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (event.defaultPrevented) return;
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <p id={id} className="font-medium text-[0.9375rem]">
        {label}
      </p>
      {hint && <p className="text-muted text-sm">{hint}</p>}
      {value ? (
        <div className="rounded-panel border border-line bg-raised">
          <ImagePreview image={value} alt={`${label}, as it is now`} purpose={purpose} background={background} />
          <div className="flex flex-wrap items-center gap-2 px-3 py-2">
            <span className="mr-auto text-muted text-sm tabular-nums">
              {value.width} × {value.height}
            </span>
            {!isDisabled && (
              <>
                <FileButton isDisabled={isBusy} onFile={take}>
                  Replace<span className="sr-only"> {label}</span>
                </FileButton>
                <Button size="small" variant="quiet" disabled={isBusy} onClick={() => change(null)}>
                  Remove<span className="sr-only"> {label}</span>
                </Button>
              </>
            )}
          </div>
        </div>
      ) : (
        <>
          {instead && (
            <div className="overflow-hidden rounded-panel border border-line">
              <ImagePreview image={instead} alt={`${label}: shown while there is none`} purpose={purpose} background={background} />
            </div>
          )}
          <FileDrop
            accept={ACCEPT}
            icon="image"
            label={
              <>
                Drop, paste or choose a picture<span className="sr-only"> for: {label}</span>
              </>
            }
            hint={TAKEN}
            isDisabled={isDisabled || isBusy}
            onFile={take}
          />
        </>
      )}
      {stage.kind === "uploading" && (
        <div className="grid gap-1">
          <Meter label={`Uploading: ${label}`} value={Math.round(stage.share * 100)} max={100} />
          <p className="text-muted text-sm">{stage.share < 1 ? "Uploading…" : "Drawing it anew…"}</p>
        </div>
      )}
      <div aria-live="polite">{problem ? <FieldError>{problem}</FieldError> : <p className="sr-only">{news}</p>}</div>
      {stage.kind === "cropping" && (
        <CropDialog
          picture={stage.picture}
          aspect={purpose === "icon" ? 1 : null}
          background={background}
          onUse={(crop) => void use(stage.picture, crop)}
          onCancel={() => cancel(stage.picture)}
        />
      )}
    </fieldset>
  );
}

interface FileButtonProps {
  isDisabled: boolean;
  onFile: (file: File | undefined) => void;
  children: ReactNode;
}

function FileButton({ isDisabled, onFile, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <label className="button button-secondary button-small relative focus-within:outline-2 focus-within:outline-focus focus-within:outline-offset-2">
      <span>{children}</span>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        disabled={isDisabled}
        className="sr-only"
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          if (input.current) input.current.value = "";
        }}
      />
    </label>
  );
}
