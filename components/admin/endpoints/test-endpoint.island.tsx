"use client";

import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import type { Mode } from "#lib/tracking/snapshot.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { useAction } from "../ui/use-action.island.tsx";

export interface SampleAnswer {
  /** Null where it was accepted; else it finishes a sentence that begins with the endpoint. */
  problem: string | null;
  httpStatus: number | null;
  /** The beginning of what was answered. */
  answer: string | null;
  durationMs: number;
}

interface TestEndpointProps {
  sendSample: ConsoleAction<{ mode: Mode; id: string }, SampleAnswer>;
  merchant: string;
  mode: Mode;
  id: string;
}

/** Sends a sample event, and shows what came back. */
export function TestEndpoint({ sendSample, merchant, mode, id }: TestEndpointProps) {
  const { run, isBusy, answer, problem } = useAction(sendSample, merchant);
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <Button icon="send" variant="primary" isBusy={isBusy} onClick={() => void run({ mode, id })}>
          Send a sample event
        </Button>
        <span className="text-muted text-sm">About a parcel that does not exist. Nothing is stored, and nothing counts.</span>
      </div>
      {problem && (
        <Notice tone="bad" isLive>
          {problem}
        </Notice>
      )}
      {answer?.kind === "done" && <Answered {...answer.value} />}
    </div>
  );
}

function Answered({ problem, httpStatus, answer, durationMs }: SampleAnswer) {
  const status = httpStatus === null ? "No answer" : `Answered ${httpStatus}`;
  const saysMore = problem !== null && problem !== `answered ${httpStatus}`;
  return (
    <Notice tone={problem === null ? "good" : "bad"} title={problem === null ? "Accepted" : "Not accepted"} isLive>
      <p>{`${status} after ${durationMs} ms${saysMore ? `: it ${problem}` : ""}.`}</p>
      {answer ? (
        <pre className="mt-2 whitespace-pre-wrap rounded-control bg-raised p-2 font-mono text-sm [overflow-wrap:anywhere]">{answer}</pre>
      ) : (
        httpStatus !== null && <p className="text-muted text-sm">The answer was empty.</p>
      )}
    </Notice>
  );
}
