import { z } from "zod";
import { startEmail } from "@/local/email";
import { startInngest } from "@/local/inngest/server";
import { startRedis } from "@/local/redis";
import { startRedisGateway } from "@/local/redis-gateway";
import { Shutdown } from "@/local/shutdown";

/** One local service in a process of its own, so that it can be killed alone and restarted on its ports. */
const port = z.number();
const service = z.discriminatedUnion("name", [
  z.object({ name: z.literal("redis"), port, gatewayPort: port, token: z.string(), log: z.string() }),
  z.object({ name: z.literal("email"), dir: z.string(), smtpPort: port, inboxPort: port }),
  z.object({ name: z.literal("inngest"), dir: z.string(), port, appUrl: z.string() }),
]);

const shutdown = new Shutdown();
const wanted = service.parse(JSON.parse(process.argv[2] ?? ""));
if (wanted.name === "redis") {
  const redis = await startRedis(wanted);
  shutdown.add(redis.close);
  const gateway = await startRedisGateway({ redisPort: wanted.port, port: wanted.gatewayPort, token: wanted.token });
  shutdown.add(gateway.close);
}
if (wanted.name === "email") shutdown.add((await startEmail(wanted)).close);
if (wanted.name === "inngest") shutdown.add((await startInngest(wanted)).close);
