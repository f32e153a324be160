import { lauxlib, lua, lualib } from "lua-wasm-bindings/dist/lua.51";
import { LUA_HOST } from "./lua-host";
import { type Bytes, RedisError, type Reply, Status } from "./reply";

/** Arguments lie on the C stack, at four bytes a character, and more than this would overflow it. */
const MAX_CHARACTERS = 1_000_000;

const state = lauxlib.luaL_newstate();
lualib.luaL_openlibs(state);
if (lauxlib.luaL_dostring(state, LUA_HOST) !== 0) throw new Error(lua.lua_tostring(state, -1));

const toAscii = (bytes: Bytes) =>
  bytes.replace(/[^ -[\]-~]/g, (byte) => `\\${byte.charCodeAt(0).toString(16).padStart(2, "0")}`);
const fromAscii = (text: string) =>
  text.replace(/\\(..)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function encode(value: Reply): string {
  if (value === null) return "_";
  if (Array.isArray(value)) return [`*${value.length}`, ...value.map(encode)].join("\n");
  if (value instanceof Status) return `+${toAscii(value.text)}`;
  if (value instanceof RedisError) return `-${toAscii(value.message)}`;
  return typeof value === "string" ? `$${toAscii(value)}` : `:${value}`;
}

function decode(lines: Iterator<string, undefined>): Reply {
  const line = lines.next().value ?? "";
  const rest = fromAscii(line.slice(1));
  switch (line[0]) {
    case "*":
      return Array.from({ length: Number(rest) }, () => decode(lines));
    case "$":
      return rest;
    case ":":
      return Number(rest);
    case "+":
      return new Status(rest);
    case "-":
      return new RedisError(rest);
    default:
      return null;
  }
}

/** Calls a function of `LUA_HOST`. */
function callHost(name: "compile" | "begin" | "go_on", text: string): string {
  if (text.length > MAX_CHARACTERS) throw new RedisError("ERR more than a script of small-redis can take");
  lua.lua_getglobal(state, name);
  lua.lua_pushstring(state, text);
  const status = lua.lua_pcall(state, 1, 1, 0);
  const answer = lua.lua_tostring(state, -1);
  lua.lua_settop(state, 0);
  if (status !== 0) throw new RedisError(`ERR ${answer}`);
  return answer;
}

/** Compiles a script, which `runScript` then runs by this name. */
export function compileScript(name: Bytes, source: Bytes) {
  const problem = callHost("compile", encode([name, source]));
  if (problem !== "") throw new RedisError(`ERR Error compiling script (new function): ${problem}`);
}

/** Runs a script to its end. Nothing else runs meanwhile, which makes it atomic. */
export function runScript(name: Bytes, keys: Bytes[], args: Bytes[], call: (words: Bytes[]) => Reply): Reply {
  const read = (text: string) => decode(text.slice(1).split("\n").values());
  let turn = callHost("begin", encode([name, keys, args]));
  while (turn.startsWith("?")) {
    const words = read(turn);
    const answer = call(Array.isArray(words) ? words.map(String) : []);
    turn = callHost("go_on", encode(answer));
  }
  return read(turn);
}
