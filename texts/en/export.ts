/** The downloaded lists of attendees, bookings, payments and the waitlist. */
export const exportColumns = {
  ticket: "Ticket",
  name: "Name",
  email: "Email",
  ticketType: "Ticket type",
  ticketTypes: "Ticket types",
  tickets: "Tickets",
  price: "Price",
  total: "Total",
  currency: "Currency",
  paid: "Paid",
  refunded: "Refunded",
  time: "Time",
  kind: "Kind",
  amount: "Amount",
  method: "Method",
  fee: "Fee",
  otherFee: "Fee in another currency",
  reason: "Reason",
  note: "Note",
  providerReference: "Provider’s reference",
  state: "State",
  status: "Status",
  checkedIn: "Checked in",
  booking: "Booking",
  bookingStatus: "Booking status",
  source: "Source",
  bookedBy: "Booked by",
  bookedByEmail: "Booked by (email)",
  booked: "Booked",
  confirmed: "Confirmed",
  cancelled: "Cancelled",
  position: "Position",
  acceptsFewer: "Accepts fewer",
  joined: "Joined",
  resolved: "Resolved",
};

export const exportTitles = {
  attendees: "Attendees",
  bookings: "Bookings",
  waitlist: "Waitlist",
  payments: "Payments",
};

/** Why a download is refused. */
export const exportErrors = {
  notFound: "Not found",
  notAllowed: "Not allowed",
  busy: "Too many downloads are in progress. Try again in a minute.",
};
