import { once } from "node:events";
import { connect } from "node:net";
import postgres from "postgres";

/** Throws while nothing accepts connections there. */
export async function assertPortOpen(port: number) {
  const socket = connect({ port, host: "127.0.0.1" });
  try {
    await once(socket, "connect");
  } finally {
    socket.destroy();
  }
}

/** Throws while PostgreSQL accepts no connections. */
export async function withConnection<T>(databaseUrl: string, use: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 1, onnotice: () => {} });
  try {
    return await use(sql);
  } finally {
    await sql.end({ timeout: 0 });
  }
}

export async function readBackendPid(sql: postgres.Sql) {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  return row?.pid ?? null;
}

/** Throws until there is a response, of any status. */
export async function assertResponds(url: string) {
  await (await fetch(url, { headers: { connection: "close" } })).arrayBuffer();
}
