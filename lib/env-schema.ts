import { z } from "zod";

const url = (protocol: RegExp) => z.url({ protocol });

/**
 * Every environment variable of the application. `.describe()` states its purpose and an example; both are printed when the
 * variable is invalid, and repeated in `.env.example`.
 */
export const envVariables = z.object({
  DATABASE_URL: url(/^postgres(ql)?$/).describe(
    "PostgreSQL connection string. Example: postgres://quorix:secret@localhost:5432/quorix",
  ),
  DATABASE_POOL_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe("Connections one process may open to PostgreSQL. Example: 10"),
  AMOUNTS_WRITTEN_WITH: z
    .string()
    .optional()
    .describe("Digits that stored amounts were written with, where db:migrate asks for them. Example: HUF=0,COP=0"),
  DATABASE_TRANSACTION_POOLER: z
    .enum(["true", "false"])
    .default("false")
    .describe(
      "Whether DATABASE_URL points at a transaction pooler that cannot prepare statements, as PgBouncer before 1.21. Example: true",
    ),
  UPSTASH_REDIS_REST_URL: url(/^https?$/).describe(
    "Upstash Redis REST address. Example: https://eu1-calm-fox-12345.upstash.io",
  ),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1).describe("Upstash Redis REST token. Example: AXXXASQgN2Y0"),
  INNGEST_DEV: url(/^https?$/)
    .optional()
    .describe("Address of an Inngest dev server; leave it out in production. Example: http://localhost:8288"),
  INNGEST_EVENT_KEY: z.string().min(1).optional().describe("Inngest Cloud event key. Example: 9Zk4p2vQ"),
  INNGEST_SIGNING_KEY: z
    .string()
    .regex(/^signkey-/)
    .optional()
    .describe("Inngest Cloud signing key. Example: signkey-prod-0123456789abcdef"),
  INNGEST_BASE_URL: url(/^https?$/)
    .optional()
    .describe(
      "Address of an Inngest server of your own instead of Inngest Cloud. Example: http://inngest.internal:8288",
    ),
  INNGEST_SERVE_ORIGIN: url(/^https?$/)
    .optional()
    .describe("Where Inngest reaches this application, if not at NEXTAUTH_URL. Example: http://quorix.internal:3000"),
  SMTP_URL: url(/^smtps?$/).describe("Where mail is handed over. Example: smtps://user:secret@smtp.example.com:465"),
  MAIL_FROM: z.string().min(3).describe("Sender of every mail. Example: Quorix <tickets@example.com>"),
  NEXTAUTH_URL: url(/^https?$/).describe("Public address of this application. Example: https://tickets.example.com"),
  NEXTAUTH_SECRET: z
    .string()
    .min(32)
    .describe("Signs sessions and mail links, 32 characters or more. Example: the output of `openssl rand -base64 32`"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
    .base64()
    .optional()
    .describe("Needed when several instances serve one build. Example: the output of `openssl rand -base64 32`"),
  GOOGLE_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .describe("Turns on Google sign-in. Example: 123.apps.googleusercontent.com"),
  GOOGLE_CLIENT_SECRET: z.string().min(1).optional().describe("Secret of GOOGLE_CLIENT_ID. Example: GOCSPX-abc"),
  GITHUB_CLIENT_ID: z.string().min(1).optional().describe("Turns on GitHub sign-in. Example: Iv1.0123456789abcdef"),
  GITHUB_CLIENT_SECRET: z.string().min(1).optional().describe("Secret of GITHUB_CLIENT_ID. Example: 0123456789abcdef"),
  MEDIA_DIR: z
    .string()
    .min(1)
    .default(".quorix/media")
    .describe("Folder for uploaded pictures where no other storage is named. Example: /var/lib/quorix/media"),
  MEDIA_S3_ENDPOINT: url(/^https?$/)
    .optional()
    .describe("Keeps uploaded pictures in S3-compatible storage. Example: https://s3.eu-central-1.amazonaws.com"),
  MEDIA_S3_BUCKET: z.string().min(3).optional().describe("Bucket for uploaded pictures. Example: quorix-media"),
  MEDIA_S3_REGION: z.string().min(1).default("auto").describe("Region of the bucket. Example: eu-central-1"),
  MEDIA_S3_ACCESS_KEY_ID: z
    .string()
    .min(1)
    .optional()
    .describe("Key that may write to it. Example: AKIAIOSFODNN7EXAMPLE"),
  MEDIA_S3_SECRET_ACCESS_KEY: z
    .string()
    .min(1)
    .optional()
    .describe("Secret of MEDIA_S3_ACCESS_KEY_ID. Example: wJalrXUtnFEMI/K7MDENG"),
  MEDIA_S3_PUBLIC_URL: url(/^https?$/)
    .optional()
    .describe("Where browsers find the bucket's files, if not at the endpoint. Example: https://media.example.com"),
  BLOB_READ_WRITE_TOKEN: z
    .string()
    .regex(/^vercel_blob_rw_[A-Za-z0-9]+_/)
    .optional()
    .describe("Keeps uploaded pictures in Vercel Blob. Example: vercel_blob_rw_AbC123_secret"),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_(live|test)_\w+$/)
    .optional()
    .describe("Turns on payments online: Stripe's secret or restricted key. Example: rk_live_0123456789abcdef"),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+(,whsec_\w+)*$/)
    .transform((secrets) => secrets.split(","))
    .optional()
    .describe(
      "Signing secret of Stripe's webhook to /api/stripe/webhook; two with a comma while it is replaced. Example: whsec_0123456789abcdef",
    ),
  STRIPE_API_BASE: z
    .union([url(/^https$/), url(/^http$/).regex(/^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\/?$/)])
    .optional()
    .describe(
      "Where Stripe's API is, if not at Stripe: https, or http on this machine. Example: http://127.0.0.1:12111",
    ),
  WAITING_ROOM_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .max(60_000)
    .default(3_000)
    .describe("People a waiting room lets in per minute where its team has set nothing else. Example: 3000"),
  SHUTDOWN_TIMEOUT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_600)
    .default(25)
    .describe("How long `npm start` waits for requests that are under way when it is told to end. Example: 25"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error"])
    .default("info")
    .describe("Least severe line that is logged. Example: info"),
});

const needsPartner = (name: "GOOGLE" | "GITHUB") => ({
  path: [`${name}_CLIENT_SECRET`],
  message: `goes together with ${name}_CLIENT_ID: set both or neither`,
});

const s3 = ["MEDIA_S3_ENDPOINT", "MEDIA_S3_BUCKET", "MEDIA_S3_ACCESS_KEY_ID", "MEDIA_S3_SECRET_ACCESS_KEY"] as const;

const environment = envVariables
  .refine((env) => env.INNGEST_DEV || (env.INNGEST_EVENT_KEY && env.INNGEST_SIGNING_KEY), {
    path: ["INNGEST_EVENT_KEY"],
    message: "set INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY, or INNGEST_DEV for a dev server",
  })
  .refine((env) => !(env.INNGEST_DEV && (env.INNGEST_SIGNING_KEY || env.NEXTAUTH_URL.startsWith("https:"))), {
    path: ["INNGEST_DEV"],
    message:
      "a dev server's calls are not signed, so anybody's would be followed: leave it out beside INNGEST_SIGNING_KEY or an https NEXTAUTH_URL, and set INNGEST_BASE_URL for a server of your own",
  })
  .refine((env) => !env.GOOGLE_CLIENT_ID === !env.GOOGLE_CLIENT_SECRET, needsPartner("GOOGLE"))
  .refine((env) => !env.GITHUB_CLIENT_ID === !env.GITHUB_CLIENT_SECRET, needsPartner("GITHUB"))
  .refine((env) => !env.STRIPE_SECRET_KEY === !env.STRIPE_WEBHOOK_SECRET, {
    path: ["STRIPE_WEBHOOK_SECRET"],
    message: "goes together with STRIPE_SECRET_KEY: set both or neither",
  })
  .superRefine((env, context) => {
    const missing = s3.filter((name) => !env[name]);
    if (missing.length === 0 || missing.length === s3.length) return;
    for (const name of missing) {
      context.addIssue({ code: "custom", path: [name], message: `goes together with ${s3.join(", ")}` });
    }
  });

export type Env = z.infer<typeof environment>;

/** `message` lists each invalid variable with its purpose and an example. */
export class InvalidEnvironmentError extends Error {
  override name = "InvalidEnvironmentError";
}

/** Parses the environment, or throws an error that lists each invalid variable with its purpose and an example. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(present);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const about = envVariables.shape[name as keyof typeof envVariables.shape]?.description ?? "";
    const problem = present[name] === undefined ? "is missing" : "is wrong";
    return `  ${name} ${problem} (${issue.message}). ${about}`;
  });
  throw new InvalidEnvironmentError(`The environment is not complete:\n${lines.join("\n")}\nSee .env.example.`);
}
