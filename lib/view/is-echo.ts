/** A sentence all of whose words another one has said. */
export function isEcho(sentence: string, said: string): boolean {
  const words = said.toLowerCase();
  return (sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => words.includes(word));
}
