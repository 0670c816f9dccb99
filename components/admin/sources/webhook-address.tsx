import { Code } from "../ui/code.tsx";
import { CopyButton } from "../ui/copy-button.island.tsx";
import { SecretOnce } from "../ui/secret-once.island.tsx";

export interface MadeSecret {
  name: "token" | "webhookSecret";
  value: string;
}

/** What has to be entered at the provider; a secret of our making is shown with it, once. */
export function WebhookAddress({ url, made }: { url: string; made: MadeSecret | null }) {
  if (made?.name === "token") return <SecretOnce label="The webhook address with its token" value={`${url}?token=${made.value}`} />;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Code>{url}</Code>
        <CopyButton text={url} label="Copy the address" />
      </div>
      {made && <SecretOnce label="The webhook secret" value={made.value} />}
    </div>
  );
}
