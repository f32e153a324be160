"use client";

import { useEffect } from "react";
import { restoreForms } from "./saved-forms";

/** Restores the values of forms after a page of an earlier deployment was reloaded. */
export function FormRestorer() {
  useEffect(restoreForms, []);
  return null;
}
