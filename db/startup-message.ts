/** Never reaches PostgreSQL: it only makes the driver's first message long, see `extractStartupMessage`. */
const PADDING = { name: "quorix_padding", value: ".".repeat(1_024) };
export const startupPadding = { [PADDING.name]: PADDING.value };

const PROTOCOL_3 = 0x0003_0000;
const CANCEL_REQUEST = 80_877_102;
const HEADER = 8;

/**
 * The startup message in the driver's first write on a connection. The driver buffers short messages for a moment, to send
 * them with the next ones. If the connection breaks in that moment, it never sends anything again, and the buffer precedes
 * its next startup message. Long messages are sent at once, so that message is padded, and extracted here.
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
