import { readdirSync, readFileSync } from "node:fs";

/** Actions that are the attendees' own, or need no account: each is tested beside its code. */
const attendeeActionFiles = [
  "lib/auth/actions.ts",
  "lib/auth/account-actions.ts",
  "lib/checkout/actions.ts",
  "lib/checkout/waitlist-actions.ts",
  "lib/messages/unsubscribe-actions.ts",
];

/** Routes under /organize with only public data. */
const publicRoutes = ["app/organize/events/[slug]/check-in/manifest.webmanifest/route.ts"];

const EXPORTED_FUNCTION = /^export (?:async )?(?:function|const) (\w+)/gm;

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`);
}

const listExports = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(EXPORTED_FUNCTION)].map(([, name]) => `${file} ${name}`);

/** Every server action of the organizers and superusers. */
export function actionsInCode(): string[] {
  const files = ["lib", "app", "components"].flatMap(listFiles).filter((file) => /\.tsx?$/.test(file));
  const actionFiles = files.filter((file) => /^\s*["']use server["'];?$/m.test(readFileSync(file, "utf8")));
  return actionFiles.filter((file) => !attendeeActionFiles.includes(file)).flatMap(listExports);
}

/** Every route handler of theirs. */
export function routesInCode(): string[] {
  const folders = ["app/api/organize", "app/organize", "app/admin"];
  const routes = folders.flatMap(listFiles).filter((file) => /\/route\.tsx?$/.test(file));
  return routes.filter((file) => !publicRoutes.includes(file)).flatMap(listExports);
}
