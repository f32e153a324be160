export const insightsPage = {
  insights: "Insights",
  countedWithinTheLastHalf: "Counted within the last half minute.",
};

export const insightsPageText = {
  insights: "Insights",
  countedWithinTheLastHalf: "Counted within the last half minute.",
  nothingToShowForThis: "Nothing to show for this period",
  noBookingsWereMadeNobody: "No bookings were made, nobody joined a waitlist, and no event with scanned tickets ended.",
};

export const insightFilters = {
  organizer: "Organizer",
  allOrganizers: "All organizers",
  period: "Period",
};

export const insightSection = {
  theNumbers: "The numbers",
  csv: "CSV",
  excel: "Excel",
};

export const insightTable = {
  theNumbers: (title: string) => `${title}: the numbers`,
};
