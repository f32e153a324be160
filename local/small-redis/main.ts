import { createServer } from "node:net";
import { serve } from "./connection";
import { Keyspace } from "./keyspace";

/**
 * A small Redis for machines without one: the commands that Quorix, its tests and @upstash/ratelimit send, and Lua 5.1
 * scripts over them, in memory. Any other command is an unknown one. It is a
 * process like `redis-server`, so that it is started, stopped and killed in the same way.
 */
const SWEEP_MS = 10_000;

const port = Number(process.argv[2]);
const keys = new Keyspace();
// Reading every key drops the expired ones.
setInterval(() => keys.keys(), SWEEP_MS);
createServer((socket) => serve(socket, keys)).listen(port, "127.0.0.1");
