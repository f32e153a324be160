import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/local/ports";
import type { Backoff } from "./backoff";
import { SdkApp } from "./sdk-app";
import { startInngest } from "./server";

/** For tests: an executor on an empty folder and an SDK application that has not started yet. */
export async function openSdkFixture({ backoff = () => 1 }: { backoff?: Backoff } = {}) {
  const dir = mkdtempSync(join(tmpdir(), "quorix-inngest-"));
  const appPort = await freePort(0);
  const inngest = await startInngest({ dir, port: 0, appUrl: `http://127.0.0.1:${appPort}/api/inngest`, backoff });
  const app = new SdkApp(appPort, inngest.url);
  return {
    app,
    url: inngest.url,
    async close() {
      await inngest.close();
      await app.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
