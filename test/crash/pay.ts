import { join } from "node:path";
import { openProductionApp } from "@/bench/production-app";
import { shutdown } from "@/bench/shutdown";
import { connect } from "@/db/connect";
import { makeEvent, makePeople } from "@/test/factories";
import { type Answers, buy, type Plan } from "./buyer";
import { compare } from "./compare";
import { startKillable } from "./killable-server";
import { payLate, waitUntilFirstEnds } from "./pay-late";
import { waitUntilSettled } from "./pay-rows";
import { troubleStripe } from "./stripe-trouble";

/**
 * `npm run test:crash -- pay`: 300 people pay by card, at a bank, after a declined card, or leave; some cancel. The
 * server is killed five times, and the stand-in of Stripe loses answers and notifications. At last those who had left
 * pay while their attempts are being ended. Then the money there, rows, tickets and emails have to agree to the cent.
 */
const BUYERS = 300;
const AT_ONCE = 12;
const KILL_EVERY = 60;
const KILLS = 5;
const PAYMENT_MINUTES = 4;
const SETTLE_MS = (PAYMENT_MINUTES + 8) * 60_000;

const plans: Plan[] = [
  { tries: ["card"], returns: true, cancels: false },
  { tries: ["bank"], returns: true, cancels: false },
  { tries: ["card"], returns: false, cancels: false },
  { tries: ["card"], returns: true, cancels: true },
  { tries: ["declined", "card"], returns: true, cancels: false },
  { tries: [], returns: false, cancels: false },
  { tries: ["bank"], returns: false, cancels: false },
  { tries: ["bank"], returns: true, cancels: true },
  { tries: ["capture-refused"], returns: true, cancels: false },
  { tries: ["declined", "bank"], returns: true, cancels: true },
  { tries: null, returns: false, cancels: false },
  { tries: ["declined"], returns: false, cancels: false },
];

const app = await openProductionApp("crash");
const since = new Date();
const { db, close } = connect(app.env.DATABASE_URL ?? "", { max: 4 });
const event = await makeEvent(db, {
  ...{ capacity: 2 * BUYERS, name: "A night with five power cuts", currency: "EUR", paymentMethod: "online" },
  ...{ paymentMinutes: PAYMENT_MINUTES, holdMinutes: PAYMENT_MINUTES },
  ticketTypes: [{ price: 1_900 }, { price: 4_250 }],
});
const people = await makePeople(
  db,
  Array.from({ length: BUYERS }, (_, buyer) => ({
    ...{ name: `Buyer ${buyer}`, email: `pays-${buyer}@quorix.test` },
    ...{ emailVerifiedAt: new Date(), sessionsValidFrom: new Date(0) },
  })),
);
const server = await startKillable(app, join(process.env.QUORIX_STATE_DIR ?? "", "logs", "next.log"));
const stripe = { url: app.urls.stripe ?? "", key: app.env.STRIPE_SECRET_KEY ?? "" };
const trouble = troubleStripe(stripe.url);

let retries = 0;
const answers: { plan: Plan; answer: Answers }[] = [];
const queue = people.map((userId, at) => ({ userId, at }));

async function worker() {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { userId, at } = next;
    const plan = plans[at % plans.length];
    const type = event.ticketTypes[Math.floor(at / plans.length) % 2];
    if (!plan || !type) throw new Error("no plan");
    const shop = {
      ...{ url: server.url, secret: app.env.NEXTAUTH_SECRET ?? "", running: server.running },
      event: { slug: event.slug, ticketTypeCode: type.code, quantity: 1 + (type.position % 2) },
      onRetry: () => {
        retries += 1;
      },
    };
    answers.push({ plan, answer: await buy(shop, userId, plan) });
    if (answers.length < KILL_EVERY * (server.kills() + 1) || server.kills() === KILLS - 1) continue;
    console.log(`  kill -9 of the server after ${answers.length} buyers`);
    void server.kill();
  }
}

console.log(`${BUYERS} people pay, ${AT_ONCE} at once`);
await Promise.all(Array.from({ length: AT_ONCE }, worker));
await server.running();
const rounds = await trouble.stop();
await trouble.loseEnds();
await waitUntilFirstEnds(db, event.id, SETTLE_MS);
const restarted = server.kill();
const late = await payLate(answers.flatMap(({ answer }) => answer.leftPage ?? []));
console.log(`  kill -9 of the server while ${late} people who had left pay after all`);
await restarted;
console.log(`  ${server.kills()} kills, ${rounds} faults of the provider, ${retries} steps taken again`);

const open = await waitUntilSettled(db, event.id, SETTLE_MS);
if (open.length > 0) console.log(`  still open: ${open.join(", ")}`);
const inbox = `${app.urls.inbox}/api/messages`;
const holds = (await compare({ db, eventId: event.id, since, stripe, inbox, answers })) && open.length === 0;
console.log(holds ? "Every cent, ticket and email is explained." : "This does not hold.");
await close();
await shutdown.end(holds && server.kills() === KILLS ? 0 : 1);
