import type { Action } from "./endpoints";
import type { FuzzRequest } from "./requests";

type FrameworkRequest = Pick<FuzzRequest, "method" | "path" | "headers" | "body">;

/**
 * Requests that Next or a library answers before any code of ours runs, each with what it is. See "What the framework
 * answers itself" in docs/architecture.md.
 */
export function frameworkRequests(action: Action, slug: string): Record<string, FrameworkRequest> {
  const page = `/events/${slug}`;
  const call = { accept: "text/x-component", "next-action": action.id };
  const text = { "content-type": "text/plain;charset=UTF-8" };
  const multipart = { "content-type": "multipart/form-data; boundary=x" };
  const post = (headers: Record<string, string>, body: BodyInit, path = page): FrameworkRequest => ({
    method: "POST",
    path,
    headers,
    body,
  });
  return {
    "a malformed percent escape in a page's address": { method: "GET", path: "/events/%ff", headers: {}, body: null },
    "a malformed percent escape in a route handler's address": {
      ...{ method: "GET", path: "/api/events/%ff/mine", headers: {}, body: null },
    },
    "an action, from a page of another origin": post({ ...call, ...text, origin: "https://evil.example" }, "[]"),
    "an action with a body that is none of React's": post({ ...call, ...text }, "{"),
    "an action with a reference to nothing": post({ ...call, ...text }, '["$K9"]'),
    "an action with more than 1 MB": post({ ...call, ...text }, JSON.stringify(["x".repeat(1_100_000)])),
    "an action with a broken multipart body": post({ ...call, ...multipart }, "--x\r\nbroken"),
    "an action with a multipart body without a boundary": post({ ...call, "content-type": "multipart/form-data" }, "x"),
    "an action with a control character in a field's name": post({ ...call, ...multipart }, formOf("a\0b")),
    "an action that this build does not have": post({ ...call, ...text, "next-action": "0".repeat(42) }, "[]"),
    "an action with no name of one": post({ ...call, ...text, "next-action": "toString" }, "[]"),
    "a form of an earlier deployment, without scripts": post(multipart, formOf(`$ACTION_ID_${"0".repeat(42)}`)),
    "a multipart form that names no action": post(multipart, formOf("name")),
  };
}

const formOf = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n\r\n--x--\r\n`;
