import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SaveResult } from "@/lib/event-editing/action-state";
import type { EventForm } from "@/lib/event-editing/form";
import { unreachableFailure } from "@/lib/requests/result";
import { completeForm } from "@/test/event-form";
import { DraftSaver, type SaveState } from "./draft-saver";

const start = completeForm();

function setUp() {
  let values = start;
  const states: SaveState["kind"][] = [];
  const onSaved = vi.fn();
  const send = vi.fn(
    async (_form: EventForm): Promise<SaveResult> => ({
      ok: true,
      slug: "late-show",
      version: send.mock.calls.length + 1,
      savedAt: "2026-11-22T12:00:00Z",
      operationId: null,
    }),
  );
  const saver = new DraftSaver(
    { slug: null, version: 1, form: start },
    { values: () => values, send, onState: ({ kind }) => states.push(kind), onSaved },
  );
  const type = (name: string) => {
    values = { ...values, name };
    saver.scheduleSave();
  };
  return { saver, send, states, onSaved, type, pause: () => vi.advanceTimersByTimeAsync(1_000) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("typing is saved once, a second after it stops", async () => {
  const { send, type, pause, states, saver } = setUp();
  type("L");
  await vi.advanceTimersByTimeAsync(900);
  type("Late");
  await vi.advanceTimersByTimeAsync(900);
  expect(send).not.toHaveBeenCalled();
  await pause();
  expect(send).toHaveBeenCalledTimes(1);
  expect(send.mock.calls[0]?.[0].name).toBe("Late");
  expect(states.at(-1)).toBe("saved");
  expect(saver.isUpToDate()).toBe(true);
});

test("the first save makes the draft, the next ones go to its address", async () => {
  const { saver, type, pause, onSaved } = setUp();
  type("Late");
  await pause();
  type("Later");
  await pause();
  expect(onSaved.mock.calls.map(([, isNew]) => isNew)).toEqual([true, false]);
  expect(saver.saved).toMatchObject({ slug: "late-show", version: 3 });
});

test("what is typed while a save is under way goes with the next one, never beside it", async () => {
  const { saver, send, type, pause } = setUp();
  let answer: (saved: SaveResult) => void = () => {};
  send.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  type("Late");
  await pause();
  type("Late show");
  const both = saver.flush();
  expect(send).toHaveBeenCalledTimes(1);
  answer({ ok: true, slug: "late", version: 2, savedAt: "", operationId: null });
  expect(await both).toBe(true);
  expect(send.mock.calls.map(([form]) => form.name)).toEqual(["Late", "Late show"]);
});

test("after an unreachable server, the save is retried", async () => {
  const { saver, send, type, pause, states } = setUp();
  send.mockResolvedValueOnce(unreachableFailure);
  type("Late");
  await pause();
  expect(states.at(-1)).toBe("failed");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(states.at(-1)).toBe("saved");
  expect(saver.isUpToDate()).toBe(true);
});

test("a conflict stops saving until it is resolved", async () => {
  const { saver, send, type, pause, states } = setUp();
  const theirs = { version: 7, savedBy: "Ada", savedAt: "", form: completeForm({ venue: "Elsewhere" }) };
  send.mockResolvedValueOnce({ ok: false, code: "CONFLICT", message: "", theirs });
  type("Late");
  await pause();
  type("Late show");
  await saver.flush();
  await pause();
  expect(send).toHaveBeenCalledTimes(1);
  expect(states.at(-1)).toBe("conflict");
  saver.resolve(theirs);
  await saver.flush();
  expect(send).toHaveBeenLastCalledWith(expect.objectContaining({ name: "Late show" }), {
    slug: null,
    version: 7,
    form: theirs.form,
  });
});

test("nothing typed is nothing to save", async () => {
  const { saver, send, pause } = setUp();
  saver.scheduleSave();
  await saver.flush();
  await pause();
  expect(send).not.toHaveBeenCalled();
});
