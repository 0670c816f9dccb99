/** Encrypts what the database must not show. `purpose` names the column: what was sealed for one cannot be opened as another. */
export interface Vault {
  seal(text: string, purpose: string): string;
  /** Throws `secret_unreadable` for what another key sealed. */
  open(sealed: string, purpose: string): string;
  /** What sealed text is found again by: the same for the same text, and nothing to anybody without the key. Hex. */
  digest(text: string, purpose: string): string;
}
