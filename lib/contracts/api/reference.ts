import type { Operation } from "./operation.ts";

/** What the readable page tells of our API, as plain data. */
export interface ApiReference {
  origin: string;
  /** `https://track.example.com/api/v1` */
  base: string;
  groups: ReferenceGroup[];
  objects: ReferenceObject[];
  problems: { code: string; status: number; title: string }[];
  /** A tracker as it is answered, and an event as it is sent: JSON, indented. */
  samples: { tracker: string; event: string };
}

export interface ReferenceGroup {
  name: string;
  title: string;
  introduction: string;
  operations: ReferenceOperation[];
}

export interface ReferenceOperation {
  id: string;
  method: Operation["method"];
  path: string;
  summary: string;
  description: string | null;
  parameters: ReferenceField[];
  body: ReferenceField[];
  /** The object that is sent, where it is explained in a place of its own; `body` is empty then. */
  bodyObject: string | null;
  /** `isList`: many of the object, in `data`. */
  answers: { status: string; description: string; object: string | null; isList: boolean }[];
  /** Codes of what can go wrong, beside what can with every call. */
  problems: string[];
  /** A call that works once its key is put in. */
  curl: string;
}

export interface ReferenceObject {
  name: string;
  description: string | null;
  /** The object whose fields it has as well; `fields` are those it adds. */
  extends: string | null;
  fields: ReferenceField[];
  /** The words there are, where it is no object but a word. */
  words: string[];
}

export interface ReferenceField {
  /** `parcels[].items[].quantity` */
  name: string;
  /** `list of`, `map of`, or nothing. */
  prefix: string;
  /** `text`, `time`, or the name of an object. */
  type: string;
  /** Whether `type` is explained in a place of its own. */
  isObject: boolean;
  isRequired: boolean;
  isNullable: boolean;
  /** The words it may be, where they are few. */
  words: string[];
  description: string | null;
}
