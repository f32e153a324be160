import { ADMISSION_MS, CLOCK, ROOM_MS, RUN_MS } from "./keys";

/** How many requests of the attempt are running. A request that has not ended after this time died with its process. */
const RUNNING = `
local function running()
  local fields, count = redis.call('HGETALL', KEYS[1]), 0
  for i = 1, #fields, 2 do
    if string.sub(fields[i], 1, 4) == 'run:' and tonumber(fields[i + 1]) > now - ${RUN_MS} then count = count + 1 end
  end
  return count
end
`;

/**
 * Uses an admission for one attempt to reserve; the first attempt gets it. A retry or double click of the same attempt is
 * the same use. If the outcome of an attempt is unknown (connection lost, process died), the same user may make another:
 * if the first attempt did reserve, the database refuses the second.
 *
 * KEYS: used state admitted done
 * ARGV: time (see `CLOCK`), attempt, user, run, visitor, end of the admission
 * Returns `in`, `used` or `over`.
 */
export const redeemScript = `${CLOCK}${RUNNING}
local attempt, user, run, visitor, ends = ARGV[2], ARGV[3], ARGV[4], ARGV[5], tonumber(ARGV[6])
local owner = redis.call('HGET', KEYS[1], 'attempt')
if owner ~= attempt then
  if ends <= now then return 'over' end
  if owner then
    if redis.call('HGET', KEYS[1], 'user') ~= user then return 'used' end
    if redis.call('HEXISTS', KEYS[1], 'held') == 1 or running() > 0 then return 'used' end
  else
    redis.call('ZREM', KEYS[3], visitor)
    redis.call('HSET', KEYS[4], visitor, 'used')
    redis.call('HINCRBY', KEYS[2], 'used', 1)
    redis.call('PEXPIRE', KEYS[2], ${ROOM_MS})
    redis.call('PEXPIRE', KEYS[4], ${ROOM_MS})
  end
end
redis.call('HSET', KEYS[1], 'attempt', attempt, 'user', user, 'run:' .. run, now)
redis.call('PEXPIRE', KEYS[1], ${2 * ADMISSION_MS})
return 'in'
`;

/**
 * Ends a request of an attempt. A refused request returns the admission, unless another request of the same attempt has
 * reserved or is still running.
 *
 * KEYS: used state admitted done
 * ARGV: time (see `CLOCK`), attempt, run, `held` | `refused` | `unknown`, visitor, end of the admission
 */
export const endScript = `${CLOCK}${RUNNING}
local attempt, run, outcome, visitor, ends = ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
if redis.call('HGET', KEYS[1], 'attempt') ~= attempt then return end
redis.call('HDEL', KEYS[1], 'run:' .. run)
if outcome == 'held' then redis.call('HSET', KEYS[1], 'held', 1) end
if outcome ~= 'refused' or redis.call('HEXISTS', KEYS[1], 'held') == 1 or running() > 0 then return end
redis.call('DEL', KEYS[1])
redis.call('HINCRBY', KEYS[2], 'used', -1)
redis.call('HDEL', KEYS[4], visitor)
redis.call('ZADD', KEYS[3], ends, visitor)
redis.call('PEXPIRE', KEYS[3], ${ROOM_MS})
`;
