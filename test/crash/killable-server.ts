import type { openProductionApp } from "@/bench/production-app";

type App = Pick<Awaited<ReturnType<typeof openProductionApp>>, "start">;

/** The production server, which is killed with SIGKILL and started again at the same address. */
export async function startKillable(app: App, log?: string) {
  const options = { env: { LOG_LEVEL: "error" }, ...(log && { log }) };
  let server = await app.start(options);
  let restart: Promise<void> = Promise.resolve();
  let kills = 0;

  async function killAndStart() {
    process.kill(-server.pid, "SIGKILL");
    await server.stop();
    server = await app.start(options);
  }

  return {
    url: server.url,
    kills: () => kills,
    /** Resolves once it runs again. */
    kill(): Promise<void> {
      kills += 1;
      restart = restart.then(killAndStart);
      return restart;
    },
    running: () => restart,
  };
}
