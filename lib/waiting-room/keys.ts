/** A visitor without a heartbeat for this long is skipped, and is the first to be admitted after coming back. */
export const AWAY_MS = 120_000;
/** A called visitor who does not poll within this time keeps their position, but no seats are reserved for them. */
export const CLAIM_MS = 120_000;
/** How long an admission is valid; after that it goes to the next visitor. */
export const ADMISSION_MS = 600_000;
/** Longer than a reservation can take: after this, its process is considered dead. */
export const RUN_MS = 15_000;
/** The keys of an unused room expire after this. */
export const ROOM_MS = 12 * 3_600_000;
/** An automatically opened room closes this long after its last waiting visitor. */
export const QUIET_MS = 120_000;

/** The keys of an event's room. They share a hash tag, so that one script can use them all. */
export function roomKeys(eventId: number) {
  const key = (name: string) => `room:{${eventId}}:${name}`;
  return {
    /** Hash: the state of the queue. */
    state: key("state"),
    /** Sorted by a random score: visitors from before the opening. No one is added after it, so ranks are final numbers. */
    lobby: key("lobby"),
    /** Sorted by number: visitors from after the opening. */
    line: key("line"),
    /** By last heartbeat: waiting visitors. */
    seen: key("seen"),
    /** By deadline: called visitors who have not polled since. */
    called: key("called"),
    /** By expiry: admitted visitors who have not reserved yet. */
    admitted: key("admitted"),
    /** By number: skipped visitors who are back. */
    back: key("back"),
    /** Hash: visitors whose admission is `used` or `over`. */
    done: key("done"),
    /** Exists while an automatically opened room is open. */
    auto: key("auto"),
    used: (admission: string) => key(`used:${admission}`),
  };
}

/**
 * The first lines of every script that needs the time: `now`, in milliseconds, by Redis's clock. The clocks of processes
 * differ, and one that is ahead would end turns early. Only tests pass a time, as the first argument.
 */
export const CLOCK = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
`;
