import { brandLabel } from "#lib/branding/brand-labels.ts";
import type { Issue } from "#lib/shared/issue.ts";
import { Menu } from "./menu.tsx";

interface IssueListProps {
  issues: readonly Issue[];
  /** To the field at `path`. */
  onGo: (path: string) => void;
}

/** Everything that keeps a brand from being published, each a way to its field. */
export function IssueMenu({ issues, onGo }: IssueListProps) {
  if (issues.length === 0) return null;
  const label = (
    <>
      {issues.length}
      <span className="max-sm:sr-only"> to mend</span>
    </>
  );
  return (
    <Menu icon="alert" side="left" look="button-secondary whitespace-nowrap text-bad!" label={label}>
      {(close) => (
        <IssueList
          issues={issues}
          onGo={(path) => {
            close();
            onGo(path);
          }}
        />
      )}
    </Menu>
  );
}

export function IssueList({ issues, onGo }: IssueListProps) {
  return (
    <ul className="grid gap-0.5">
      {issues.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <button
            type="button"
            onClick={() => onGo(path)}
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
