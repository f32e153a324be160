import type { MessageValues } from "./schema";

export type MessageErrors = Partial<Record<keyof MessageValues, string>>;

/** Where writing a message stands: what its form was answered, and what it holds. */
export type ComposeState = {
  values: MessageValues;
  errors?: MessageErrors;
  /** Why nothing was done. */
  refusal?: string;
  /** The address a test went to. */
  testedBy?: string;
  /** What is about to be sent, to be looked at before it is. */
  review?: { audience: string; people: number; optedOut: number; subject: string; html: string };
};
