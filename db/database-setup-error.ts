import { isConnectionLost, sqlState } from "./errors";

/** Something that only the operator can fix: `message` says in one line what is wrong and what to do. */
export class DatabaseSetupError extends Error {
  override name = "DatabaseSetupError";
}

/** The database did not answer, or not yet, which does not keep a server from starting. */
export class DatabaseUnreachableError extends DatabaseSetupError {
  override name = "DatabaseUnreachableError";
}

const quoteIdentifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The missing grant of a role; null if PostgreSQL's message is not known. */
function missingGrant(message: string, role: string, database: string): string | null {
  const to = `TO ${quoteIdentifier(role)}`;
  const [, kind, name = ""] = /^permission denied for (\w+) "?([^"]+)"?$/.exec(message) ?? [];
  if (kind === "database") return `GRANT CONNECT, CREATE ON DATABASE ${quoteIdentifier(database)} ${to};`;
  if (kind === "schema" && name !== "drizzle") return `GRANT USAGE, CREATE ON SCHEMA ${quoteIdentifier(name)} ${to};`;
  if (kind === "schema" || name === "__drizzle_migrations")
    return `GRANT USAGE ON SCHEMA drizzle ${to}; GRANT SELECT ON ALL TABLES IN SCHEMA drizzle ${to};`;
  if (kind === "table") return tableGrants(role);
  if (kind === "sequence") return `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public ${to};`;
  const [, extension] = /^permission denied to create extension "(.+)"$/.exec(message) ?? [];
  if (extension)
    return `GRANT CREATE ON DATABASE ${quoteIdentifier(database)} ${to}; (or, as a superuser, CREATE EXTENSION ${extension};)`;
  return null;
}

/** The grants for the application's role if another role has made the tables. */
export const tableGrants = (role: string) =>
  `GRANT USAGE ON SCHEMA public TO ${quoteIdentifier(role)}; ` +
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${quoteIdentifier(role)};`;

/** The role of the connection, as far as it is known before PostgreSQL reports it. */
export function parseConnectionNames(url: string) {
  const { hostname, port, username, pathname } = new URL(url);
  const role = decodeURIComponent(username) || "postgres";
  return { host: `${hostname}:${port || 5432}`, role, database: decodeURIComponent(pathname.slice(1)) || role };
}

/** PostgreSQL's own message, which a failed query hides except for missing rights. */
function databaseMessage(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return "missingRight" in error && typeof error.missingRight === "string" ? error.missingRight : error.message;
}

/** Explains an error of PostgreSQL, or of the connection to it, to the operator; undefined for other errors. */
export function explainDatabaseError(error: unknown, url: string): DatabaseSetupError | undefined {
  const { host, role, database } = parseConnectionNames(url);
  const message = databaseMessage(error);
  switch (sqlState(error)) {
    case "42501": {
      const grant = missingGrant(message, role, database);
      if (grant)
        return new DatabaseSetupError(
          `The role ${quoteIdentifier(role)} lacks a right: ${message}. Its owner runs: ${grant}`,
        );
      return new DatabaseSetupError(
        `The role ${quoteIdentifier(role)} lacks a right: ${message}. Use the role that owns it, or GRANT that role TO ${quoteIdentifier(role)};`,
      );
    }
    case "55P03":
      return new DatabaseSetupError(
        "A table was in use for longer than a migration may wait for it. Nothing is half done: run it again at a quieter moment.",
      );
    case "28P01":
    case "28000":
      return new DatabaseSetupError(
        `PostgreSQL at ${host} does not let ${quoteIdentifier(role)} in: ${message}. Check user and password in DATABASE_URL.`,
      );
    case "3D000":
      return new DatabaseSetupError(
        `At ${host} there is no database ${quoteIdentifier(database)}. Check DATABASE_URL, or create it: CREATE DATABASE ${quoteIdentifier(database)} ENCODING 'UTF8' TEMPLATE template0;`,
      );
  }
  if (message.includes("unsupported startup parameter"))
    return new DatabaseSetupError(
      `A pooler answers at ${host}, and migrations need a session of their own. Run it with the direct address of PostgreSQL in DATABASE_URL.`,
    );
  if (!isConnectionLost(error)) return undefined;
  const reason = error instanceof Error && "code" in error ? String(error.code) : message;
  return new DatabaseUnreachableError(
    `No database answers at ${host} (${reason}). Check DATABASE_URL, and that PostgreSQL runs and can be reached from here.`,
  );
}
