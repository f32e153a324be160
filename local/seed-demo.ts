import { env } from "@/lib/env";

const module = "@/db/seed/demo";
const { seedDemo } = await import(module).catch(() => ({ seedDemo: null }));
if (seedDemo) await seedDemo({ url: env.DATABASE_URL });
process.exit(0);
