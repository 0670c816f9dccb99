export type UploadOutcome = { kind: "uploaded"; id: string } | { kind: "refused"; message: string };

interface Upload {
  merchant: string;
  mode: string;
  file: File;
  /** 0 to 1 while it is sent; 1 while the server reads it. */
  onProgress: (share: number) => void;
}

const UNREACHABLE = "The server could not be reached. Try again.";

/** Sends a table of parcels. By the older interface, since `fetch` does not say how far it has come. */
export function uploadTable({ merchant, mode, file, onProgress }: Upload): Promise<UploadOutcome> {
  const query = new URLSearchParams({ merchant, mode, name: file.name });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(readAnswer(request.status, request.response));
    request.onerror = () => resolve({ kind: "refused", message: UNREACHABLE });
    request.open("POST", `/admin/imports-files?${query}`);
    request.send(file);
  });
}

function readAnswer(status: number, answer: unknown): UploadOutcome {
  const said = (name: string) => (typeof answer === "object" && answer !== null ? Reflect.get(answer, name) : null);
  const id = said("id");
  if (status === 200 && typeof id === "string") return { kind: "uploaded", id };
  const detail = said("detail");
  return { kind: "refused", message: typeof detail === "string" ? detail : UNREACHABLE };
}
