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
