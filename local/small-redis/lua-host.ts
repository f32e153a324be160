/**
 * The Lua side of `lua.ts`, in Lua. A script is a coroutine: `redis.call` suspends it with the command, and it goes on
 * with the answer. Values travel as lines of ASCII, as the two sides can only hand each other C strings:
 * `*2` and two values, `$text`, `:number`, `+status`, `-error`, or `_` for nothing.
 */
export const LUA_HOST = String.raw`
local chunks, script = {}, nil

local function escape(bytes)
  return (bytes:gsub('[%z\1-\31\\\127-\255]', function(byte) return string.format('\\%02x', byte:byte()) end))
end

local function unescape(text)
  return (text:gsub('\\(%x%x)', function(code) return string.char(tonumber(code, 16)) end))
end

local function decode(lines)
  local line = lines()
  local kind, rest = line:sub(1, 1), line:sub(2)
  if kind == '*' then
    local list = {}
    for i = 1, tonumber(rest) do list[i] = decode(lines) end
    return list
  end
  if kind == '$' then return unescape(rest) end
  if kind == ':' then return tonumber(rest) end
  if kind == '+' then return { ok = unescape(rest) } end
  if kind == '-' then return { err = unescape(rest) } end
  return false
end

local function encode(value, out)
  local kind = type(value)
  if kind == 'string' then out[#out + 1] = '$' .. escape(value)
  elseif kind == 'number' then out[#out + 1] = string.format(':%.0f', value < 0 and math.ceil(value) or math.floor(value))
  elseif value == true then out[#out + 1] = ':1'
  elseif kind ~= 'table' then out[#out + 1] = '_'
  elseif type(value.err) == 'string' then out[#out + 1] = '-' .. escape(value.err)
  elseif type(value.ok) == 'string' then out[#out + 1] = '+' .. escape(value.ok)
  else
    local count = 0
    while value[count + 1] ~= nil do count = count + 1 end
    out[#out + 1] = '*' .. count
    for i = 1, count do encode(value[i], out) end
  end
  return out
end

local function ask(...)
  local words = { ... }
  if #words == 0 then return { err = 'ERR Please specify at least one argument for this redis.call()' } end
  for i = 1, select('#', ...) do
    if type(words[i]) == 'number' then words[i] = string.format('%.17g', words[i]) end
    if type(words[i]) ~= 'string' then
      return { err = 'ERR Lua redis lib command arguments must be strings or integers' }
    end
  end
  return coroutine.yield(words)
end

local known = {
  assert = assert, error = error, ipairs = ipairs, next = next, pairs = pairs, select = select, tonumber = tonumber,
  tostring = tostring, type = type, unpack = unpack, math = math, string = string, table = table,
  redis = {
    pcall = ask,
    call = function(...)
      local answer = ask(...)
      if type(answer) == 'table' and answer.err then error(answer, 0) end
      return answer
    end,
    error_reply = function(text) return { err = text } end,
    status_reply = function(text) return { ok = text } end,
  },
}

local function globals(keys, arguments)
  return setmetatable({ KEYS = keys, ARGV = arguments }, {
    __index = function(_, name)
      if known[name] == nil then
        error("Script attempted to access nonexistent global variable '" .. tostring(name) .. "'", 2)
      end
      return known[name]
    end,
    __newindex = function() error('Attempt to modify a readonly table', 2) end,
  })
end

local function turn(ok, value)
  if not ok and type(value) ~= 'table' then value = { err = 'ERR ' .. tostring(value) } end
  local mark = coroutine.status(script) == 'suspended' and '?' or '='
  return mark .. table.concat(encode(value, {}), '\n')
end

function compile(text)
  local sha, source = unpack(decode(text:gmatch('[^\n]+')))
  local chunk, problem = loadstring(source, '=user_script')
  chunks[sha] = chunk
  return problem or ''
end

function begin(text)
  local sha, keys, arguments = unpack(decode(text:gmatch('[^\n]+')))
  local chunk = chunks[sha]
  setfenv(chunk, globals(keys, arguments))
  script = coroutine.create(chunk)
  return turn(coroutine.resume(script))
end

function go_on(text)
  return turn(coroutine.resume(script, decode(text:gmatch('[^\n]+'))))
end
`;
