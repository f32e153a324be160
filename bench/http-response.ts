export type ParsedResponse = {
  status: number;
  isExpected: boolean;
  /** The server will close the connection. */
  isLast: boolean;
};

/**
 * Reads the HTTP/1.1 answers of one connection as their bytes come in, and says of each whether it holds `expect`.
 * For answers with a length, in chunks, or (204, 304) without a body.
 */
export function createResponseReader(
  expect: string | undefined,
  onAnswer: (answer: ParsedResponse) => void,
): (data: Buffer) => void {
  const expected = expect === undefined ? null : Buffer.from(expect);
  let rest: Buffer = Buffer.alloc(0);

  return (data) => {
    rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
    for (;;) {
      const head = parseHead(rest);
      if (head === null) return;
      const end = head.length === null ? findChunksEnd(rest, head.end) : head.end + head.length;
      if (end === null || end > rest.length) return;
      const answer = rest.subarray(0, end);
      rest = rest.subarray(end);
      onAnswer({
        status: head.status,
        isExpected: expected === null || answer.includes(expected),
        isLast: head.isLast,
      });
      if (rest.length === 0) return;
    }
  };
}

/** `length` is that of the body, null where it comes in chunks. */
function parseHead(answer: Buffer): { status: number; isLast: boolean; end: number; length: number | null } | null {
  const end = answer.indexOf("\r\n\r\n");
  if (end === -1) return null;
  const head = answer.toString("latin1", 0, end);
  const status = Number(head.slice(9, 12));
  const isLast = /\r\nconnection: *close/i.test(head);
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return { status, isLast, end: end + 4, length: null };
  const length = status === 204 || status === 304 ? 0 : Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return { status, isLast, end: end + 4, length };
}

/** Where the chunks that begin at `from` are over; null while they are not. */
function findChunksEnd(answer: Buffer, from: number): number | null {
  let at = from;
  for (;;) {
    const lineEnd = answer.indexOf("\r\n", at);
    if (lineEnd === -1) return null;
    const size = Number.parseInt(answer.toString("latin1", at, lineEnd), 16);
    at = lineEnd + 2 + size + 2;
    if (size === 0) return at;
    if (at > answer.length) return null;
  }
}
