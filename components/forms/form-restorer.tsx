"use client";

import { useEffect } from "react";
import { restoreForms } from "./saved-forms";

/** Brings back what was typed into a page that an earlier deployment had made, once it is loaded anew. */
export function FormRestorer() {
  useEffect(restoreForms, []);
  return null;
}
