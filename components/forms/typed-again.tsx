"use client";

import { useEffect } from "react";
import { restoreTyped } from "./keep-typed";

/** Brings back what was typed into a page that an earlier deployment had made, once it is loaded anew. */
export function TypedAgain() {
  useEffect(restoreTyped, []);
  return null;
}
