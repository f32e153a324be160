/** Keys and values are bytes. In memory each is a string with one character for a byte. */
export type Bytes = string;

/** A short answer such as OK, which is no value. */
export class Status {
  constructor(readonly text: Bytes) {}
}

/** An error reply of Redis. Commands throw it; the client gets it as a reply. */
export class RedisError extends Error {}

export type Reply = number | bigint | Bytes | null | Status | RedisError | Reply[];

export const OK = new Status("OK");
