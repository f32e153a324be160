import { redis } from "@/lib/redis/client";
import { roomStore } from "./store";

/** The rooms in the Redis of this installation. */
export const store = roomStore(redis);
