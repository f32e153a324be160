import { ADMISSION_MS, CLOCK, ROOM_MS } from "./keys";

/**
 * The positions of many visitors. Those who want to join and have no position get one.
 *
 * KEYS: state lobby line seen called admitted back done
 * ARGV: time (see `CLOCK`), then for each visitor: id, lobby score, `join` | `again` | `look`
 * Returns two values for each: `lobby`, `at` with a number, `next`, `in` with the end of the admission, `used`, `over`
 * or `none`.
 */
export const positionScript = `${CLOCK}
local state, lobby, line, seen, called, admitted, back, done = unpack(KEYS)
local s = redis.call('HMGET', state, 'opened', 'lobby', 'seq', 'cursor')
local opened, gathered = tonumber(s[1] or 0) or 0, tonumber(s[2] or 0) or 0
local seq, cursor = tonumber(s[3] or 0) or 0, tonumber(s[4] or 0) or 0
local joined = 0

local function place(visitor, score, intent)
  local ends = tonumber(redis.call('ZSCORE', admitted, visitor) or 0) or 0
  if ends > now then return 'in', tostring(ends) end
  local due = tonumber(redis.call('ZSCORE', called, visitor) or 0) or 0
  if due > now then
    redis.call('ZREM', called, visitor)
    redis.call('ZADD', admitted, now + ${ADMISSION_MS}, visitor)
    return 'in', tostring(now + ${ADMISSION_MS})
  end
  local ended = redis.call('HGET', done, visitor)
  if not ended and ends > 0 then ended = 'over' end
  if ended and intent ~= 'again' then return ended, 0 end

  if not ended then
    if opened == 0 and redis.call('ZSCORE', lobby, visitor) then return 'lobby', 0 end
    local number = tonumber(redis.call('ZSCORE', line, visitor) or 0) or 0
    if number == 0 and opened > 0 then
      local rank = redis.call('ZRANK', lobby, visitor)
      if rank then number = rank + 1 end
    end
    if number > cursor then return 'at', number end
    if number > 0 then
      redis.call('ZADD', back, number, visitor)
      redis.call('ZADD', seen, now, visitor)
      return 'next', number
    end
    if intent == 'look' then return 'none', 0 end
  end

  joined = joined + 1
  redis.call('ZADD', seen, now, visitor)
  if opened == 0 then
    redis.call('ZADD', lobby, score, visitor)
    return 'lobby', 0
  end
  redis.call('HDEL', done, visitor)
  redis.call('ZREM', admitted, visitor)
  seq = seq + 1
  redis.call('ZADD', line, gathered + seq, visitor)
  return 'at', gathered + seq
end

local places = {}
for i = 2, #ARGV, 3 do
  local kind, value = place(ARGV[i], ARGV[i + 1], ARGV[i + 2])
  places[#places + 1] = kind
  places[#places + 1] = value
end
if joined > 0 then
  redis.call('HSET', state, 'seq', seq)
  for i = 1, 8 do redis.call('PEXPIRE', KEYS[i], ${ROOM_MS}) end
end
return places
`;
