import type { ReactNode } from "react";

/** One mail's words. The frame, the plain-text part and the headers are the same for all. */
export type Template = {
  subject: string;
  /** What an inbox shows beside the subject. */
  preheader: string;
  body: ReactNode;
  /** Why this mail was sent. */
  footer: ReactNode;
};
