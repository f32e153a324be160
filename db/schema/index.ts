export * from "./background";
export * from "./bookings";
export * from "./check-in";
export * from "./events";
export * from "./operations";
export * from "./organizers";
export * from "./users";
export * from "./waitlist";
