import Link from "next/link";
import { NEWS_TOPICS, type NewsTopic } from "#lib/tracking/news-topic.ts";
import { Badge } from "../ui/badge.tsx";
import { TOPIC_WORDS } from "./topic-words.ts";

interface NewsListProps {
  offered: readonly NewsTopic[];
  /** A subject as shoppers read it, for each. */
  subjects: Readonly<Record<NewsTopic, string>>;
  lang: string;
}

/** Every news there is, whether shoppers may choose it, and how it reads in their inbox. */
export function NewsList({ offered, subjects, lang }: NewsListProps) {
  return (
    <ul className="grid">
      {NEWS_TOPICS.map((topic) => (
        <li
          key={topic}
          className="grid gap-x-5 gap-y-1 border-line border-b px-4 py-3 last:border-b-0 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] sm:items-center sm:px-5"
        >
          <div className="grid gap-0.5">
            <span className="flex flex-wrap items-center gap-2 font-medium">
              {TOPIC_WORDS[topic].label}
              {!offered.includes(topic) && <Badge>Not offered</Badge>}
            </span>
            <span className="text-muted text-sm">{TOPIC_WORDS[topic].hint}</span>
          </div>
          <span lang={lang} dir="auto" className="min-w-0 text-muted">
            “{subjects[topic]}”
          </span>
          <Link href={`/admin/messages/preview?of=${topic}`} prefetch={false} className="w-fit py-1.5 text-sm">
            Preview<span className="sr-only">{`: ${TOPIC_WORDS[topic].label}`}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
