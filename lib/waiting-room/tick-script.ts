import { AWAY_MS, CLAIM_MS, CLOCK, QUIET_MS, ROOM_MS } from "./keys";

/** Visitors examined per call, so that many absent visitors do not block Redis. */
const MAX_LOOKED_AT = 2_000;
/** How long unused rate accumulates, which bounds the burst after a pause in polling. */
const BURST_MS = 10_000;
const PACE_WINDOW_MS = 30_000;

/**
 * Admits the next visitors. The rate is a credit that grows with time, so it does not matter which process calls this, or
 * how often. Returns the snapshot.
 *
 * KEYS: state lobby line seen called admitted back done auto
 * ARGV: time (see `CLOCK`), admissions per ms (0: paused), seats left (0: not selling), 1 if sales are open, 1 if the organizer enabled the room
 */
export const tickScript = `${CLOCK}
local state, lobby, line, seen, called, admitted, back, done, auto = unpack(KEYS)
local rate, seats = tonumber(ARGV[2]), tonumber(ARGV[3])
if ARGV[5] ~= '1' and redis.call('EXISTS', auto) == 0 then return {} end

local s = redis.call('HMGET', state, 'opened', 'lobby', 'seq', 'cursor', 'credit', 'at', 'pace', 'weight', 'flow', 'letIn', 'used', 'over')
local function field(i) return tonumber(s[i] or 0) or 0 end
local opened, gathered, seq, cursor, credit, at = field(1), field(2), field(3), field(4), field(5), field(6)
local pace, weight, flow, total, used, over = field(7), field(8), field(9), field(10), field(11), field(12)

if opened == 0 then
  gathered = redis.call('ZCARD', lobby)
  if ARGV[4] == '1' then
    opened, credit, at = now, 1, now
  end
end

local letIn, before = 0, cursor
if opened > 0 then
  redis.call('ZREMRANGEBYSCORE', called, '-inf', now)
  for _, visitor in ipairs(redis.call('ZRANGEBYSCORE', admitted, '-inf', now, 'LIMIT', 0, 500)) do
    redis.call('ZREM', admitted, visitor)
    redis.call('HSET', done, visitor, 'over')
    over = over + 1
  end

  local elapsed = math.max(0, now - at)
  at = math.max(at, now)
  credit = math.min(math.max(1, rate * ${BURST_MS}), credit + elapsed * rate)
  local free = 0
  if rate > 0 then
    free = math.min(math.floor(credit), seats - redis.call('ZCARD', called) - redis.call('ZCARD', admitted))
  end

  local function call(visitor)
    local heard = tonumber(redis.call('ZSCORE', seen, visitor) or 0) or 0
    if heard < now - ${AWAY_MS} then return end
    redis.call('ZADD', called, now + ${CLAIM_MS}, visitor)
    redis.call('ZREM', seen, visitor)
    letIn = letIn + 1
  end

  while letIn < free do
    local visitor = redis.call('ZRANGE', back, 0, 0)[1]
    if not visitor then break end
    redis.call('ZREM', back, visitor)
    call(visitor)
  end
  local last = gathered + seq
  local looked = 0
  while letIn < free and cursor < last and looked < ${MAX_LOOKED_AT} do
    local most = math.min(200, free - letIn)
    if cursor < gathered then
      for _, visitor in ipairs(redis.call('ZRANGE', lobby, cursor, math.min(cursor + most, gathered) - 1)) do
        cursor, looked = cursor + 1, looked + 1
        call(visitor)
      end
    else
      local found = redis.call('ZRANGEBYSCORE', line, '(' .. cursor, '+inf', 'WITHSCORES', 'LIMIT', 0, most)
      if #found == 0 then cursor = last end
      for i = 1, #found, 2 do
        cursor, looked = tonumber(found[i + 1]), looked + 1
        call(found[i])
      end
    end
  end
  credit, total = credit - letIn, total + letIn

  if elapsed > 0 then
    local share = 1 - math.exp(-elapsed / ${PACE_WINDOW_MS})
    flow = flow + share * (letIn / elapsed - flow)
    -- An empty queue says nothing about its rate.
    if rate > 0 and seats > 0 and cursor < last then
      pace = pace + share * ((cursor - before) / elapsed - pace)
      weight = weight + share * (1 - weight)
    end
  end
end

redis.call('HSET', state, 'opened', opened, 'lobby', gathered, 'seq', seq, 'cursor', cursor, 'credit', tostring(credit),
  'at', at, 'pace', tostring(pace), 'weight', tostring(weight), 'flow', tostring(flow), 'letIn', total, 'used', used, 'over', over)
for i = 1, 8 do redis.call('PEXPIRE', KEYS[i], ${ROOM_MS}) end
if cursor < gathered + seq then redis.call('PEXPIRE', auto, ${QUIET_MS}) end

return {
  tostring(opened), gathered, gathered + seq, cursor, tostring(weight > 0.05 and pace / weight or 0), tostring(flow),
  redis.call('ZCOUNT', seen, now - ${AWAY_MS}, '+inf'), redis.call('ZCARD', called), redis.call('ZCARD', admitted),
  total, used, over
}
`;

/**
 * Records heartbeats.
 *
 * KEYS: seen
 * ARGV: time (see `CLOCK`), at most a few thousand visitors
 */
export const heartbeatScript = `${CLOCK}
local heard = {}
for i = 2, #ARGV do
  heard[#heard + 1] = now
  heard[#heard + 1] = ARGV[i]
end
redis.call('ZADD', KEYS[1], unpack(heard))
`;
