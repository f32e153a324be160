import { LOBBY_MINUTES } from "@/lib/events/waiting-room-stage";

/** The visitors of an on-sale, their behaviour, and the machines that serve them. */
export type Scenario = {
  people: number;
  seats: number;
  /** Let in by the waiting room, per minute. */
  perMinute: number;
  /** What the engine decides: reservations per second. */
  reservationsPerSecond: number;
  holdSeconds: number;
  lobbySeconds: number;
  /** Share of all who come before the opening. */
  inLobby: number;
  /** How soon the others come: the mean. */
  comingSeconds: number;
  wanted: number[];
  /** From being let in to pressing Reserve. */
  choosing: Duration;
  /** Share of those let in who never press it. */
  idle: number;
  /** From the hold to the confirmation. */
  checkout: Duration;
  /** Share of holds that nobody confirms. */
  abandoned: number;
  patience: Duration;
  /** Share of those who leave each time they hear that everything is sold or on hold. */
  discouraged: number;
  seed: number;
};

/** A million people, fifty thousand seats. */
export const millionScenario: Scenario = {
  people: 1_000_000,
  seats: 50_000,
  // Measured: `npm run bench -- room`.
  perMinute: 3_000,
  // Measured on two processors with everything on them: `npm run bench -- engine`.
  reservationsPerSecond: 2_800,
  // The product's own: `hold_minutes` of an event, and the lobby's time.
  holdSeconds: 600,
  lobbySeconds: LOBBY_MINUTES * 60,
  // How people are is assumed, from here on. What comes out changes little with it: the rate and the seats decide.
  inLobby: 0.7,
  comingSeconds: 300,
  wanted: [0.3, 0.5, 0.1, 0.1],
  choosing: { median: 40, spread: 0.7 },
  idle: 0.05,
  checkout: { median: 90, spread: 0.6 },
  abandoned: 0.08,
  patience: { median: 2_400, spread: 0.8 },
  discouraged: 0.2,
  seed: 1,
};

/** How long something takes: half of all take less than `median`, and `spread` says how much longer others take. */
export type Duration = { median: number; spread: number };
