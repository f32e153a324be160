import { once } from "node:events";
import { connect, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { connectionLostError } from "./errors";

/** What the driver has read from the address of the database. */
export type ServerAddress = {
  host: string[];
  port: number[];
  path?: string | false | undefined;
  ssl: unknown;
  sslnegotiation?: unknown;
};

const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const ACCEPTS_TLS = "S".charCodeAt(0);
const KEEP_ALIVE_MS = 60_000;
/** By the driver's own rule, these encrypt and do not ask who the server is. */
const unverifiedSslModes = new Set<unknown>(["require", "allow", "prefer"]);

/** A TCP connection to a database server, encrypted where its address asks for it. `at`: which of its hosts. */
export async function openConnection(address: ServerAddress, at: number, signal: AbortSignal): Promise<Socket> {
  const { port, path, ssl, sslnegotiation } = address;
  const host = address.host[at % address.host.length] ?? "localhost";
  const tcp = { host, port: port[at % port.length] ?? 5432, noDelay: true };
  const keepAlive = { keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS };
  const socket: Socket = connect({ ...(path ? { path } : { ...tcp, ...keepAlive }), signal });
  // A proxy whose database is down accepts and closes at once, which is no error to Node.
  const closed = once(socket, "close").then(() => {
    throw connectionLostError("CONNECTION_CLOSED", "the connection was closed before it was of use");
  });
  closed.catch(() => {});
  const happens = (one: Promise<unknown>) => Promise.race([one, closed]);

  await happens(once(socket, "connect"));
  if (!ssl) return socket;
  const isDirect = sslnegotiation === "direct";
  if (!isDirect) {
    socket.write(SSL_REQUEST);
    const [answer] = (await happens(once(socket, "data"))) as [Buffer];
    if (answer[0] !== ACCEPTS_TLS) {
      if (ssl === "prefer") return socket;
      socket.destroy();
      throw connectionLostError(
        "CONNECTION_WITHOUT_TLS",
        "the database server does not speak TLS, which its address asks for",
      );
    }
  }
  const encrypted = connectTls({
    socket,
    ...(isIP(host) ? {} : { servername: host }),
    ...(isDirect ? { ALPNProtocols: ["postgresql"] } : {}),
    rejectUnauthorized: !unverifiedSslModes.has(ssl),
    ...(typeof ssl === "object" ? ssl : {}),
  });
  await happens(once(encrypted, "secureConnect"));
  return encrypted;
}
