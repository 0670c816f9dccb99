/** A parcel, or every parcel of a shop, in each form that a mail may take. */
export interface Snippets {
  html: string;
  text: string;
  /** A `<script>` for the head of a mail; null where the tool takes scripts out. */
  jsonLd: string | null;
  imageUrl: string;
  pageUrl: string;
}
