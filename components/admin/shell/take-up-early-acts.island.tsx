"use client";

import { useEffect } from "react";
import { LISTENS } from "./listens.ts";

/** The last thing on a page to listen: from here on everything does. */
export function TakeUpEarlyActs() {
  useEffect(() => void window.dispatchEvent(new Event(LISTENS)), []);
  return null;
}
