import { brandLabel } from "#lib/branding/brand-labels.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { revealField } from "../reveal-field.ts";
import { Menu } from "./menu.tsx";

/** Everything that keeps a brand from being published, each a way to its field. */
export function IssueMenu({ issues, onOpen }: { issues: readonly Issue[]; onOpen: () => void }) {
  if (issues.length === 0) return null;
  return (
    <Menu icon="alert" side="left" look="button-secondary whitespace-nowrap text-bad!" label={`${issues.length} to mend`}>
      {(close) => (
        <IssueList
          issues={issues}
          onGo={() => {
            onOpen();
            close();
          }}
        />
      )}
    </Menu>
  );
}

export function IssueList({ issues, onGo }: { issues: readonly Issue[]; onGo: () => void }) {
  return (
    <ul className="grid gap-0.5">
      {issues.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <button
            type="button"
            onClick={() => {
              onGo();
              revealField(path);
            }}
            className="grid w-full cursor-pointer gap-0.5 rounded-control px-3 py-2 text-left text-sm hover:bg-sunken"
          >
            <span className="font-medium text-accent underline">{path === "" ? "The brand" : brandLabel(path)}</span>
            <span>{message}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
