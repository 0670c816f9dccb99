/** A file of rows to download, read as fast as it is taken; whoever leaves ends the reading. */
export function csvResponse(rows: AsyncIterable<string>, fileName: string): Response {
  return new Response(streamOf(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName.replace(/[^\w.-]+/g, "-")}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

function streamOf(rows: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const reading = rows[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reading.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await reading.return?.();
    },
  });
}
