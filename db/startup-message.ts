/** Never reaches PostgreSQL: it only makes the driver's first message long, see `extractStartupMessage`. */
const PADDING = { name: "quorix_padding", value: ".".repeat(1_024) };
export const startupPadding = { [PADDING.name]: PADDING.value };

const PROTOCOL_3 = 0x0003_0000;
const CANCEL_REQUEST = 80_877_102;
const HEADER = 8;

/**
 * The startup message in what the driver writes first on a connection. The driver keeps what is short for a moment, to
 * send it with what follows. Where a connection breaks in that moment, it forgets to send anything ever again, and what it
 * kept stands before its next startup message. What is long it sends at once: so that message is padded, and here taken
 * out of all that.
 */
export function extractStartupMessage(chunk: Buffer): Buffer {
  if (chunk.readUInt32BE(4) === CANCEL_REQUEST) return chunk;
  let at = 0;
  while (chunk.readUInt32BE(at + 4) !== PROTOCOL_3) at += 1 + chunk.readUInt32BE(at + 1);
  const parameters = chunk.toString("utf8", at + HEADER).replace(`${PADDING.name}\0${PADDING.value}\0`, "");
  const message = Buffer.alloc(HEADER + Buffer.byteLength(parameters));
  message.writeUInt32BE(message.length, 0);
  message.writeUInt32BE(PROTOCOL_3, 4);
  message.write(parameters, HEADER);
  return message;
}
