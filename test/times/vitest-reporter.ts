import type { Reporter, TestModule } from "vitest/node";
import { kinds, TimingTotals, writeTimes } from "./times";

/** Notes how long tests, files and their imports took, for `npm run test:slowest`. */
export default class TimesReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    for (const kind of kinds) {
      const ran = modules.filter((module) => module.project.name === kind);
      if (ran.length > 0) writeTimes(kind, toTimes(ran));
    }
  }
}

function toTimes(modules: readonly TestModule[]) {
  const [tests, files, fixtures] = [new TimingTotals(), new TimingTotals(), new TimingTotals()];
  const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  for (const module of modules) {
    const file = module.relativeModuleId;
    const { duration, prepareDuration, environmentSetupDuration, collectDuration, setupDuration } = module.diagnostic();
    files.add(file, duration + collectDuration + setupDuration + prepareDuration);
    fixtures.add("the file's imports", collectDuration);
    fixtures.add("set-up files", setupDuration);
    fixtures.add("Vitest itself", prepareDuration + environmentSetupDuration);
    for (const test of module.children.allTests()) {
      counts[test.result().state] += 1;
      tests.add(`${file}: ${test.fullName}`, test.diagnostic()?.duration ?? 0);
    }
    // A file that could not be read has no tests.
    if (module.state() === "failed" && module.errors().length > 0) counts.failed += 1;
  }
  const { passed, failed, skipped } = counts;
  return { passed, failed, skipped, tests: tests.all(), files: files.all(), fixtures: fixtures.all(), calls: [] };
}
