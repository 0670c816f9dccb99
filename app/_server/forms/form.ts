import type { Instant } from "#lib/shared/clock.ts";
import type { Notice } from "#lib/view/build-notice-view.ts";
import type { NoticeView } from "#lib/view/tracking-view.ts";
import type { TrackingViewInput } from "#lib/view/tracking-view-input.ts";
import type { DocumentBody } from "../document-answer.ts";
import type { RequestFacts } from "../request-facts.ts";
import type { Services } from "../services.ts";
import type { Site } from "../site.ts";

/** One way to put a parcel's news: what its address answers in it. A row of `FORMS`. */
export interface Form {
  contentType: string;
  /** The body is compressed in itself, and goes out as it is. */
  isCompressed?: boolean;
  /** Answers in any spelling of its address rather than leading to the usual one. */
  isAnySpelling?: boolean;
  /** For how long others may keep what is public, where it differs from the page. */
  sharedFor?: string;
  /** Says nothing of the hour: the same news is the same bytes all day, for programs that ask again and again. */
  isOfTheDay?: boolean;
  /** Shoppers can ask here to be told of the parcel, or see it drawn anew where they do. */
  asksForNews?: boolean;
  headers?: (services: Services, site: NoticeSite) => Record<string, string>;
  /** What of the request decides this form's bytes beside what decides every form's: its part of the ETag. */
  wishes?: (facts: RequestFacts) => unknown;
  drawParcel: (services: Services, parcel: ParcelSubject) => DocumentBody;
  answerNotice: (services: Services, subject: NoticeSubject) => NoticeAnswer;
}

/** A parcel that was found, as everything is drawn from it. */
export interface ParcelSubject {
  facts: RequestFacts;
  site: Site;
  input: TrackingViewInput;
  /** The page's, without key or query. */
  canonicalPath: string;
  /** What stands before it for others. */
  origin: string;
  /** Counts the parcel's changes. */
  version: number;
}

/** What can be said where there is no parcel to show. */
export interface NoticeSubject {
  facts: RequestFacts;
  site: NoticeSite;
  notice: Notice;
  view: NoticeView;
  /** What the page answers. */
  status: number;
  moment: Instant;
  /** Null where the page has no address of its own. */
  canonicalPath: string | null;
  origin: string;
}

export type NoticeSite = Omit<Site, "merchant"> & {
  merchant: Pick<Site["merchant"], "slug" | "brand"> & Partial<Pick<Site["merchant"], "isDefault">>;
};

export interface NoticeAnswer {
  /** Where it differs from the page's. */
  status?: number;
  /** Where it differs from the form's. */
  contentType?: string;
  body: () => DocumentBody;
}
