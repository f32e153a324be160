import { openLocalSession } from "./session";
import { Shutdown } from "./shutdown";

/**
 * Runs a script of this project with all services: those that the environment names, otherwise those of a running
 * `npm run dev`, otherwise temporary local ones.
 */
const [script, ...args] = process.argv.slice(2);
if (!script) throw new Error("Usage: with-services.ts <script> [arguments]");
const shutdown = new Shutdown();

try {
  const { family, env } = await openLocalSession(shutdown, {
    dev: true,
    without: ["inngest", "email", "stripe"],
    seed: false,
  });
  await shutdown.end(await family.run(script, ["--import", "tsx", script, ...args], env));
} catch (error) {
  await shutdown.fail(error);
}
