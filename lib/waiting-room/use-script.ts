import { ADMISSION_MS, ROOM_MS } from "./keys";

/**
 * Uses an admission up, for one attempt to hold tickets: whoever comes first owns it. The same attempt again, a retry
 * or the second click, is the same use.
 *
 * KEYS: used state admitted done
 * ARGV: attempt, visitor
 */
export const useScript = `
if redis.call('HSETNX', KEYS[1], 'attempt', ARGV[1]) == 1 then
  redis.call('PEXPIRE', KEYS[1], ${2 * ADMISSION_MS})
  redis.call('ZREM', KEYS[3], ARGV[2])
  redis.call('HSET', KEYS[4], ARGV[2], 'used')
  redis.call('HINCRBY', KEYS[2], 'used', 1)
  redis.call('PEXPIRE', KEYS[2], ${ROOM_MS})
  redis.call('PEXPIRE', KEYS[4], ${ROOM_MS})
elseif redis.call('HGET', KEYS[1], 'attempt') ~= ARGV[1] then
  return 0
end
redis.call('HINCRBY', KEYS[1], 'running', 1)
return 1
`;

/**
 * Gives an admission back after an attempt that held nothing, unless the same attempt still runs elsewhere: that one
 * may hold something yet.
 *
 * KEYS: used state admitted done
 * ARGV: attempt, visitor, end of the admission
 */
export const giveBackScript = `
if redis.call('HGET', KEYS[1], 'attempt') ~= ARGV[1] then return 0 end
if redis.call('HINCRBY', KEYS[1], 'running', -1) > 0 then return 0 end
redis.call('DEL', KEYS[1])
redis.call('HINCRBY', KEYS[2], 'used', -1)
redis.call('HDEL', KEYS[4], ARGV[2])
redis.call('ZADD', KEYS[3], ARGV[3], ARGV[2])
redis.call('PEXPIRE', KEYS[3], ${ROOM_MS})
return 1
`;
