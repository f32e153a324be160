import { seededChoices } from "@/db/seed/random";
import { ADMISSION_MS, AWAY_MS, CLAIM_MS } from "@/lib/waiting-room/keys";
import { estimateWait, pollSecondsFor, pollSecondsUntilOpening } from "@/lib/waiting-room/queue-status";
import { sampleArrivalSecond, sampleDurationSeconds, sampleSeats, shuffle } from "./arrivals";
import { SimulatedRoom } from "./room";
import type { Scenario } from "./scenario";
import { Schedule } from "./schedule";
import { emptyTick, type TickStats } from "./tick";

const simulationEventKinds = ["arrive", "poll", "press", "turn-ends", "claim-ends", "confirm", "expiry"] as const;
type SimulationEventKind = (typeof simulationEventKinds)[number];

/** How it ended for a visitor. `emptyHanded`: waiting, or not there yet, when the last seat was confirmed. */
type VisitorOutcome = "booked" | "expired" | "refused" | "idle" | "gaveUp" | "emptyHanded";

export type OnSaleResult = {
  /** Seconds after the opening when no seat was left for the first time, and when all were confirmed. */
  soldOutAt: number | null;
  confirmedAt: number | null;
  ends: Record<VisitorOutcome, number>;
  /** Seconds that those who were let in had waited, counted from the opening at the earliest. */
  waits: number[];
  seconds: TickStats[];
};

const waiting = 1;
const called = 2;
const gone = 3;

/** Plays a scene from the opening of the lobby until every seat is confirmed, or no visitor is left; second by second. */
export function simulateOnSale(scene: Scenario): OnSaleResult {
  const choose = seededChoices(scene.seed);
  const agenda = new Schedule<number>();
  const room = new SimulatedRoom(scene.perMinute);
  const stages = new Uint8Array(scene.people);
  const numbers = new Int32Array(scene.people);
  const arrivedAt = new Int32Array(scene.people);
  const leavesAt = new Int32Array(scene.people);
  /** Visitors whose position is known to their process, which then answers from memory. */
  const isPlaced = new Uint8Array(scene.people);
  const seatsHeld = new Map<number, number>();
  const asking: number[] = [];
  const seats = { left: scene.seats, held: 0, confirmed: 0 };
  const result: OnSaleResult = {
    ...{ soldOutAt: null, confirmedAt: null, waits: [], seconds: [] },
    ends: { booked: 0, expired: 0, refused: 0, idle: 0, gaveUp: 0, emptyHanded: 0 },
  };
  let now = -scene.lobbySeconds;
  let second = emptyTick(now);
  let present = 0;

  const plan = (after: number, kind: SimulationEventKind, person: number) =>
    agenda.add(now + after, person * simulationEventKinds.length + simulationEventKinds.indexOf(kind));

  /** As the page does it: a tenth sooner or later, so that a crowd does not ask in step. */
  function planPoll(person: number) {
    plan(Math.max(1, Math.round(secondsToPoll(person) * (0.9 + 0.2 * choose.unit()))), "poll", person);
  }

  function secondsToPoll(person: number) {
    if (now < 0) return pollSecondsUntilOpening({ opensAt: 0, gathered: present }, now * 1_000, choose.unit);
    const ahead = Math.max(0, (numbers[person] ?? 0) - room.cursor - 1);
    const wait = seats.left === 0 ? null : estimateWait(ahead, { snapshot: { pace: 0 }, perMinute: scene.perMinute });
    return pollSecondsFor(ahead, wait);
  }

  function leave(person: number, end: VisitorOutcome) {
    stages[person] = gone;
    leavesAt[person] = now;
    result.ends[end] += 1;
  }

  const happens: Record<SimulationEventKind, (person: number) => void> = {
    arrive(person) {
      second.joins += 1;
      second.looks += 1;
      present += 1;
      stages[person] = waiting;
      arrivedAt[person] = now;
      leavesAt[person] = Math.max(now, 0) + sampleDurationSeconds(scene.patience, choose);
      if (now >= 0) {
        numbers[person] = room.join(person);
        isPlaced[person] = 1;
      }
      planPoll(person);
    },

    poll(person) {
      second.polls += 1;
      if (stages[person] === called) {
        enter(person);
        return;
      }
      if (now >= 0 && isPlaced[person] === 0) {
        isPlaced[person] = 1;
        second.looks += 1;
      }
      const isTiredOfIt = now >= (leavesAt[person] ?? 0);
      if (isTiredOfIt || (now >= 0 && seats.left === 0 && choose.unit() < scene.discouraged)) {
        present -= 1;
        leave(person, "gaveUp");
      } else planPoll(person);
    },

    press: (person) => asking.push(person),

    "turn-ends"(person) {
      room.admitted -= 1;
      leave(person, "idle");
    },

    "claim-ends": () => {
      room.called -= 1;
    },

    confirm(person) {
      const held = seatsHeld.get(person) ?? 0;
      seats.held -= held;
      seats.confirmed += held;
      second.confirmations += 1;
      leave(person, "booked");
    },

    expiry(person) {
      const held = seatsHeld.get(person) ?? 0;
      seats.held -= held;
      seats.left += held;
      second.expiries += 1;
      leave(person, "expired");
    },
  };

  /** A visitor was called, and learns of it. */
  function enter(person: number) {
    second.looks += 1;
    second.admissions += 1;
    present -= 1;
    stages[person] = gone;
    result.waits.push(now - Math.max(arrivedAt[person] ?? 0, 0));
    room.called -= 1;
    room.admitted += 1;
    const after = sampleDurationSeconds(scene.choosing, choose);
    const isIdle = choose.unit() < scene.idle || after >= ADMISSION_MS / 1_000;
    plan(isIdle ? ADMISSION_MS / 1_000 : after, isIdle ? "turn-ends" : "press", person);
  }

  /** The engine decides in the order of arrival, so many in a second. */
  function serve() {
    for (const person of asking.splice(0, scene.reservationsPerSecond)) {
      second.reservations += 1;
      room.admitted -= 1;
      // A visitor who finds fewer seats than wanted takes those.
      const taken = Math.min(sampleSeats(scene, choose), seats.left);
      if (taken === 0) {
        leave(person, "refused");
        continue;
      }
      second.holds += 1;
      seats.left -= taken;
      seats.held += taken;
      seatsHeld.set(person, taken);
      const after = sampleDurationSeconds(scene.checkout, choose);
      const isLost = choose.unit() < scene.abandoned || after >= scene.holdSeconds;
      plan(isLost ? scene.holdSeconds : after, isLost ? "expiry" : "confirm", person);
    }
  }

  const isAway = (person: number) => stages[person] === gone && now - (leavesAt[person] ?? 0) >= AWAY_MS / 1_000;

  function tick() {
    for (const person of room.tick(seats.left, isAway)) {
      // A visitor who just left is called in vain.
      if (stages[person] === gone) plan(CLAIM_MS / 1_000, "claim-ends", person);
      else stages[person] = called;
    }
  }

  function openDoors() {
    const gathered = Array.from(stages.keys()).filter((person) => stages[person] === waiting);
    const order = shuffle(gathered, choose);
    for (const [at, person] of order.entries()) numbers[person] = at + 1;
    room.open(order);
  }

  for (let person = 0; person < scene.people; person += 1) {
    agenda.add(sampleArrivalSecond(scene, choose), person * simulationEventKinds.length);
  }
  for (; seats.confirmed < scene.seats && !(agenda.isEmpty && asking.length === 0); now += 1) {
    second = emptyTick(now);
    if (now === 0) openDoors();
    for (const thing of agenda.take(now)) {
      const kind = simulationEventKinds[thing % simulationEventKinds.length];
      if (kind) happens[kind](Math.floor(thing / simulationEventKinds.length));
    }
    serve();
    if (now >= 0) tick();
    if (seats.left === 0) result.soldOutAt ??= now;
    if (seats.confirmed === scene.seats) result.confirmedAt = now;
    result.seconds.push({ ...second, waiting: present, queue: asking.length, taken: seats.held + seats.confirmed });
  }
  const ended = Object.values(result.ends).reduce((sum, one) => sum + one, 0);
  result.ends.emptyHanded = scene.people - ended;
  return result;
}
