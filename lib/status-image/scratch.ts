/**
 * Memory that serves for one picture after the other: it is megabytes, and cleaning up after each would take longer than painting it.
 * What it holds is from the last one. Only for work that nothing comes between.
 */
export function createScratch(): (bytes: number) => ArrayBuffer {
  let kept = new ArrayBuffer(0);
  return (bytes) => {
    if (kept.byteLength < bytes) kept = new ArrayBuffer(bytes);
    return kept;
  };
}
