import { relative } from "node:path";
import type { FullConfig, Reporter, Suite, TestCase, TestResult, TestStep } from "@playwright/test/reporter";
import { TimingTotals, writeTimes } from "./times";

const named = { fixture: "fixtures", "pw:api": "calls", expect: "calls" } as const;

/** Notes how long journeys took and where their time went, for `npm run test:slowest`. */
export default class TimesReporter implements Reporter {
  readonly #sums = {
    tests: new TimingTotals(),
    files: new TimingTotals(),
    fixtures: new TimingTotals(),
    calls: new TimingTotals(),
  };
  readonly #outcomes = new Map<TestCase, ReturnType<TestCase["outcome"]>>();

  onBegin(_: FullConfig, suite: Suite) {
    for (const test of suite.allTests()) this.#outcomes.set(test, "skipped");
  }

  onTestEnd(test: TestCase, result: TestResult) {
    this.#outcomes.set(test, test.outcome());
    const file = relative(process.cwd(), test.location.file);
    this.#sums.tests.add(`${file}: ${test.titlePath().slice(3).join(" > ")}`, result.duration);
    this.#sums.files.add(file, result.duration);
    for (const step of result.steps) this.#note(step);
  }

  #note(step: TestStep) {
    const kind = step.category in named ? named[step.category as keyof typeof named] : null;
    if (kind) {
      // Without its arguments.
      const name = kind === "fixtures" ? step.title : step.title.replace(/["(].*/s, "").trim();
      this.#sums[kind].add(name, step.duration);
    }
    // Nested calls of a fixture or a call count as its own time.
    else for (const part of step.steps) this.#note(part);
  }

  onEnd() {
    const count = (...of: string[]) => [...this.#outcomes.values()].filter((outcome) => of.includes(outcome)).length;
    const { tests, files, fixtures, calls } = this.#sums;
    writeTimes("journeys", {
      passed: count("expected", "flaky"),
      failed: count("unexpected"),
      skipped: count("skipped"),
      tests: tests.all(),
      files: files.all(),
      fixtures: fixtures.all(),
      calls: calls.all(),
    });
  }
}
