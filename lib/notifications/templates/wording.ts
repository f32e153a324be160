/** "1 ticket", "3 tickets". */
export const formatTicketCount = (count: number) => (count === 1 ? "1 ticket" : `${count} tickets`);

/** "Hall 3, Quay Street 7, Marseille". */
export const formatAddress = ({ venue, address, city }: { venue: string; address: string; city: string }) =>
  [venue, address, city].filter(Boolean).join(", ");

export const bookedFooter = (reference: string) =>
  `You get this mail because you booked with Quorix. Booking ${reference}.`;

export const guestFooter = (reference: string) =>
  `You get this mail because an organizer on Quorix booked for you. Booking ${reference}.`;

export const waitlistFooter = "You get this mail because you joined a waitlist on Quorix.";
