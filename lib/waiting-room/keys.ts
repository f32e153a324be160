/** A visitor who is not heard of for so long is passed over, and is the next to be let in once they are back. */
export const AWAY_MS = 120_000;
/** Whoever is called and does not come keeps their place, but not the seats that are counted for them. */
export const CLAIM_MS = 120_000;
/** How long an admission is good for; then it goes to the next in line. */
export const ADMISSION_MS = 600_000;
/** Longer than a request that holds tickets can take: beyond it, it died with its process. */
export const RUN_MS = 15_000;
/** A room nobody asks for is forgotten after this. */
export const ROOM_MS = 12 * 3_600_000;
/** A room that opened by itself closes so long after the last who waited in it. */
export const QUIET_MS = 120_000;

/** The keys of an event's room. All have the event as their hash tag: one script may touch them all. */
export function roomKeys(eventId: number) {
  const key = (name: string) => `room:{${eventId}}:${name}`;
  return {
    /** Hash: how far it is. */
    state: key("state"),
    /** Sorted by a random score: who came before the opening. Closed with it, so that a rank is a number for good. */
    lobby: key("lobby"),
    /** Sorted by their number: who came later. */
    line: key("line"),
    /** By when they were last heard of: who waits. */
    seen: key("seen"),
    /** By when they have to be back: who was called and has not asked since. */
    called: key("called"),
    /** By when it ends: who is in and holds nothing yet. */
    admitted: key("admitted"),
    /** By their number: who was passed over and is back. */
    back: key("back"),
    /** Hash: whose admission is `used` or `over`. */
    done: key("done"),
    /** There while a room that nobody marked is open by itself. */
    auto: key("auto"),
    used: (admission: string) => key(`used:${admission}`),
  };
}

/**
 * The first lines of every script that needs the time: `now`, in milliseconds, by Redis's own clock. Those of processes
 * differ, and one that runs ahead would end everybody's turns early. Only tests give a time, as the first argument.
 */
export const CLOCK = `
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
`;
