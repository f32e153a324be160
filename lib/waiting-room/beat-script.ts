import { CLOCK } from "./clock";

/**
 * Notes that visitors are still there.
 *
 * KEYS: seen
 * ARGV: time (see `CLOCK`), at most a few thousand visitors
 */
export const beatScript = `${CLOCK}
local heard = {}
for i = 2, #ARGV do
  heard[#heard + 1] = now
  heard[#heard + 1] = ARGV[i]
end
redis.call('ZADD', KEYS[1], unpack(heard))
`;
