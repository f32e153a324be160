import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readChanges } from "./git";

let folder: string;
const git = (...args: string[]) =>
  execFileSync(
    "git",
    ["-c", "user.name=Ada", "-c", "user.email=ada@quorix.test", "-c", "commit.gpgsign=false", ...args],
    {
      cwd: folder,
      stdio: "pipe",
    },
  );
const write = (name: string) => writeFileSync(join(folder, name), "text");
function commit(name: string) {
  write(name);
  git("add", ".");
  git("commit", "-m", name);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quorix-git-"));
  git("init", "-b", "main");
  commit("first.ts");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a branch is compared with where it left main, with everything that is not committed yet", () => {
  git("checkout", "-b", "branch");
  commit("committed.ts");
  git("checkout", "main");
  commit("news-of-main.ts");
  git("checkout", "branch");
  write("untracked é.ts");
  write("staged.ts");
  git("add", "staged.ts");
  rmSync(join(folder, "first.ts"));
  const uncommitted = ["first.ts", "staged.ts", "untracked é.ts"];
  expect(readChanges(folder)).toEqual({
    since: expect.stringMatching(/^main \(\w{7}\)$/),
    changed: ["committed.ts", ...uncommitted],
  });
  expect(readChanges(folder, "HEAD")?.changed).toEqual(uncommitted);
});

test("main is compared with what was last pulled, and without that with its last commit", () => {
  commit("committed.ts");
  write("untracked.ts");
  expect(readChanges(folder)?.changed).toEqual(["untracked.ts"]);
  git("branch", "pulled", "HEAD~1");
  git("branch", "--set-upstream-to=pulled");
  expect(readChanges(folder)?.changed).toEqual(["committed.ts", "untracked.ts"]);
});

test("what moved counts at both places", () => {
  git("mv", "first.ts", "moved.ts");
  expect(readChanges(folder)?.changed).toEqual(["first.ts", "moved.ts"]);
});

test("with a commit that is not there, nothing can be compared", () => {
  expect(readChanges(folder, "nowhere")).toBeNull();
  git("branch", "-m", "trunk");
  expect(readChanges(folder)).toBeNull();
});
