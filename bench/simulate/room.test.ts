import { expect, test } from "vitest";
import { SimulatedRoom } from "./room";

const nobody = () => false;

test("one at once, then as many as the rate says, in their order", () => {
  const room = new SimulatedRoom(120);
  room.open([7, 3, 9, 1, 4]);
  expect(room.tick(100, nobody)).toEqual([7]);
  expect(room.tick(100, nobody)).toEqual([3, 9]);
  expect(room.join(8)).toBe(6);
  expect(room.tick(100, nobody)).toEqual([1, 4]);
  expect(room.tick(100, nobody)).toEqual([8]);
});

test("no more than there are seats left for", () => {
  const room = new SimulatedRoom(600);
  room.open([1, 2, 3, 4, 5]);
  room.admitted = 2;
  room.tick(4, nobody);
  expect(room.tick(4, nobody)).toHaveLength(1);
  expect(room.tick(4, nobody)).toEqual([]);
  expect(room.called).toBe(2);
});

test("a visitor who is away is passed over, and uses no turn", () => {
  const room = new SimulatedRoom(120);
  room.open([1, 2, 3, 4]);
  room.tick(100, nobody);
  expect(room.tick(100, (person) => person === 2)).toEqual([3, 4]);
});

test("unused credit is kept for ten seconds", () => {
  const room = new SimulatedRoom(60);
  room.open([]);
  for (let second = 0; second < 60; second += 1) room.tick(100, nobody);
  for (let person = 0; person < 20; person += 1) room.join(person);
  expect(room.tick(100, nobody)).toHaveLength(10);
});
