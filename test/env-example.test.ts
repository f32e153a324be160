import { expect, test } from "vitest";
import { envVariables, parseEnv } from "@/lib/env-schema";

function example(): string {
  const entries = Object.entries(envVariables.shape).map(([name, schema]) => {
    const isOptional = schema.safeParse(undefined).success;
    return `# ${schema.description}\n${isOptional ? "# " : ""}${name}=\n`;
  });
  const head = [
    "# Copy to .env and fill in what you have. `npm run dev` and `npm start` run a local stand-in for every service",
    "# that is not named here. Lines that begin with # are optional.",
  ];
  return `${head.join("\n")}\n\n${entries.join("\n")}`;
}

// `npx vitest run test/env-example --update` regenerates the file.
test(".env.example names every variable, with what it is for and an example", async () => {
  await expect(example()).toMatchFileSnapshot("../.env.example");
});

test("every example in a description is itself a valid value", () => {
  const examples = Object.entries(envVariables.shape).map(([name, { description = "" }]) => [
    name,
    description.slice(description.indexOf("Example: ") + "Example: ".length),
  ]);
  const complete = { ...Object.fromEntries(examples), NEXTAUTH_SECRET: "x".repeat(32) };
  // Its example says how to generate one.
  delete complete.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
  // Excludes a signing key.
  delete complete.INNGEST_DEV;
  expect(() => parseEnv(complete)).not.toThrow();
});

test("an empty value is a missing one, and every wrong variable is named with its example", () => {
  const parse = () => parseEnv({ DATABASE_URL: "mysql://x", MAIL_FROM: "" });
  expect(parse).toThrow(/DATABASE_URL is wrong .*Example: postgres:/);
  expect(parse).toThrow(/MAIL_FROM is missing .*Example: Quorix </);
});
