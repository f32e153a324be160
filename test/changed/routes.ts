import { dirname } from "node:path";

export type Route = { pattern: RegExp; name: string; files: string[] };

const isPage = (file: string) => /\/(page|route)\.tsx?$/.test(file);

/** Each page and route handler with the layouts, error pages and the like around it. */
export function readRoutes(files: string[]): Route[] {
  const app = files.filter((file) => file.startsWith("app/") && !/\.test\.tsx?$/.test(file));
  const around = (folder: string) =>
    app.filter((file) => !isPage(file) && `${folder}/`.startsWith(`${dirname(file)}/`));
  const routes = app.filter(isPage).map((file): Route => {
    const parts = dirname(file).split("/").slice(1);
    const shown = parts.filter((part) => !/^(\(.*\)|@.*)$/.test(part));
    return { pattern: patternOf(shown), name: `/${shown.join("/")}`, files: [file, ...around(dirname(file))] };
  });
  // Also for addresses without a page.
  return [...routes, { pattern: /^/, name: "any other", files: around("app") }];
}

function patternOf(parts: string[]) {
  const patterns = parts.map((part) => {
    if (part.startsWith("[[...")) return "(/.*)?";
    if (part.startsWith("[...")) return "/.+";
    return part.startsWith("[") ? "/[^/]+" : `/${part.replace(/[^\w-]/g, "\\$&")}`;
  });
  return new RegExp(`^${patterns.join("")}/?$`);
}
