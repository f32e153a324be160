import { execFileSync } from "node:child_process";

/** Files changed in the working tree since a commit, including uncommitted and untracked ones. */
export type Changes = { since: string; changed: string[] };

/**
 * The commit to compare with: where the branch left `main`; on main, what was last pulled or pushed, or else the last
 * commit. `named` is another commit or branch: again their merge base, so that its own changes do not count. Null if
 * there is no such commit.
 */
export function readChanges(folder: string, named?: string): Changes | null {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: "pipe" }).trim();
  const names = (...args: string[]) =>
    git(...args)
      .split("\0")
      .filter(Boolean);
  const isCommit = (name: string) => {
    try {
      return git("rev-parse", "--quiet", "--verify", `${name}^{commit}`) !== "";
    } catch {
      return false;
    }
  };
  const isMain = git("branch", "--show-current") === "main";
  const candidates = named ? [named] : isMain ? ["@{upstream}", "HEAD"] : ["main", "origin/main"];
  const other = candidates.find(isCommit);
  if (!other) return null;
  const base = git("merge-base", other, "HEAD");
  const changed = [
    ...names("diff", "--name-only", "--no-renames", "--relative", "-z", base),
    ...names("ls-files", "--others", "--exclude-standard", "-z"),
  ];
  return { since: `${other} (${base.slice(0, 7)})`, changed: changed.sort() };
}

/** Every file that is not ignored. */
export function projectFiles(folder: string): string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  return execFileSync("git", args, { cwd: folder, encoding: "utf8" }).split("\0").filter(Boolean);
}
