export * from "./background";
export * from "./bookings";
export * from "./events";
export * from "./organizers";
export * from "./users";
export * from "./waitlist";
