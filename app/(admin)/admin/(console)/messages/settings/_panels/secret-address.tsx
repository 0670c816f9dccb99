import { Code } from "#components/admin/ui/code.tsx";
import { CopyButton } from "#components/admin/ui/copy-button.island.tsx";

/** An address of ours to enter elsewhere. */
export function SecretAddress({ url }: { url: string }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Code>{url}</Code>
      <CopyButton text={url} />
    </div>
  );
}
