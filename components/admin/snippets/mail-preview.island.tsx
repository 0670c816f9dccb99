"use client";

import { useEffect, useRef, useState } from "react";
import { type MailPaper, mailAround } from "#lib/snippets/preview-html.ts";
import { Panel } from "../ui/panel.tsx";
import { Segmented } from "../ui/segmented.tsx";

const PAPERS = [
  { value: "light", words: "Light mail" },
  { value: "dark", words: "Dark mail" },
] as const;
const PICTURES = [
  { value: "on", words: "Pictures on" },
  { value: "off", words: "Pictures off" },
] as const;

type Pictures = (typeof PICTURES)[number]["value"];

interface MailPreviewProps {
  /** The snippet with its picture, and without. */
  html: Readonly<Record<Pictures, string>>;
  note?: string | null;
}

/** The snippet in the middle of a mail. No script of it runs, and nothing in it leads away. */
export function MailPreview({ html, note = null }: MailPreviewProps) {
  const [paper, setPaper] = useState<MailPaper>("light");
  const [pictures, setPictures] = useState<Pictures>("on");
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(420);
  const measure = () => {
    const body = frame.current?.contentDocument?.body;
    if (body) setHeight(body.offsetHeight);
  };
  // The frame may have been there before this script was, and its width changes with the window.
  useEffect(() => {
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  });
  return (
    <Panel
      title="How it looks in a mail"
      description={note}
      isFlush
      actions={
        <>
          <Segmented label="Mail" value={paper} choices={PAPERS} onChange={setPaper} />
          <Segmented label="Pictures" value={pictures} choices={PICTURES} onChange={setPictures} />
        </>
      }
    >
      <iframe
        ref={frame}
        title="The snippet in a mail"
        srcDoc={mailAround(html[pictures], paper)}
        sandbox="allow-same-origin"
        onLoad={measure}
        style={{ height }}
        className="block w-full border-0"
      />
    </Panel>
  );
}
