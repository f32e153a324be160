export const editPage = {
  editEvent: "Edit event",
  thisEventWasCancelled: "This event was cancelled",
  nothingOfItCanBe: "Nothing of it can be changed any more. Duplicate it to run it another time.",
};

export const publishPage = {
  notReadyToPublishYet: "Not ready to publish yet",
  oneThingIsMissing: "One thing is missing:",
  thingsAreMissing: (length: number) => `${length} things are missing:`,
  readyToPublish: "Ready to publish",
  thisIsWhatEverybodyWill:
    "This is what everybody will see. Dates and places can be changed later, and whoever booked is told.",
  backToTheDraft: "Back to the draft",
  preview: "Preview",
  publishEvent: "Publish event",
  thisEventWasCancelled: "This event was cancelled",
  itCannotBePublishedAgain: "It cannot be published again. Duplicate it to run it another time.",
  itIsLive: "It is live",
  everybodyCanFindItNow: "Everybody can find it now. Share its page, and watch it sell.",
  seeThePublicPage: "See the public page",
  toItsOverview: "To its overview",
};

export const previewPage = {
  previewOfDraft: "Preview of a draft",
  thisIsHowItsPage: "This is how its page will look. Only your team can see it.",
  backToTheDraft: "Back to the draft",
  publish: "Publish…",
};

export const newEventPage = {
  newEvent: "New event",
  itIsDraftUntilYou: "It is a draft until you publish it. Only your team sees it.",
};

export const basicSections = {
  name: "Name",
  category: "Category",
  choose: "Choose…",
  summary: "Summary",
  oneSentenceForListsAnd: "One sentence for lists and share previews. Optional.",
  datesAreToldInThe: "Dates are told in the event's own time zone, to everybody.",
  timeZone: "Time zone",
  starts: "Starts",
  ends: "Ends",
  venue: "Venue",
  streetAndNumber: "Street and number",
  optional: "Optional.",
  city: "City",
  country: "Country",
  aboutTheEvent: "About the event",
};

export const conflictDialog = {
  thisEventWasChangedMeanwhile: "This event was changed meanwhile",
  savedItAtAfterYou: (at: string) =>
    ` saved it at ${at}, after you had opened it. Choose what stays; what only one of you has changed is chosen already.`,
  keepAllOfMine: "Keep all of mine",
  takeAllOfTheirs: "Take all of theirs",
  mine: "Mine",
  goOnWithThese: "Go on with these",
  leftToChoose: (open: number) => `${open} left to choose`,
  empty: "Empty",
};

export const coverField = {
  coverPicture: "Cover picture",
  dropPictureHereOrPaste: "Drop a picture here, or paste one",
  dropPictureHereOrChoose:
    "Drop a picture here or choose one: JPEG, PNG, WebP or AVIF, up to 8 MB, at least 640 × 400 pixels. It is cut to 16:10.",
  theDraftIsSavedFirst: "The draft is saved first; then a picture can be added.",
  withoutOneGuestsSeeThis: " Without one, guests see this drawing.",
  chooseAnother: "Choose another",
  choosePicture: "Choose a picture",
  remove: "Remove",
  uploadingThePicture: "Uploading the picture",
  makingTheSizes: "Making the sizes…",
  stop: "Stop",
};

export const duplicateButton = {
  duplicate: "Duplicate",
};

export const editorDate = {
  lasts: (length: string) => `Lasts ${length}`,
};

export const eventEditor = {
  yourChangesAreBack: "Your changes are back",
  theyWereNotSavedYet: "They were not saved yet when this page was left.",
  discardThem: "Discard them",
};

export const leaveDialog = {
  leaveWithoutSaving: "Leave without saving?",
  whatYouChangedIsNot:
    "What you changed is not saved yet. If you leave, this tab keeps it until you come back, and nobody else sees it.",
  stayHere: "Stay here",
  leave: "Leave",
};

export const moveConsequences = {
  subject: "Subject: ",
  changed: (name: string) => `Changed: ${name}`,
  itSaysWhatWasAnd:
    "It says what was and what is now, when and where, that the tickets stay valid, and until when one can cancel.",
};

export const moveDialog = {
  tellEverybodyWhoHasBooked: "Tell everybody who has booked?",
  theMailsGoOutIn: "The mails go out in the background, two minutes after saving. They cannot be called back.",
  saveAndTellThem: "Save and tell them",
  notYet: "Not yet",
};

export const organizerField = {
  organizer: "Organizer",
  theDraftBelongsToThis: "The draft belongs to this organizer.",
};

export const postedFormResult = {
  saved: "Saved",
  notSaved: (message: string) => `Not saved: ${message}`,
  whatYouTypedIsBelow: "What you typed is below. Saving again keeps it, and replaces these:",
  empty: "empty",
  tellEverybodyWhoHasBooked: "Tell everybody who has booked?",
  saveAndTellThem: "Save and tell them",
};

export const previewPanel = {
  tickets: "Tickets",
  noTicketTypesYet: "No ticket types yet.",
  onceItIsPublishedPeople: "Once it is published, people choose their tickets here.",
};

export const publishForm = {
  notPublished: "Not published",
  reloadThePageToSee: (message: string) => `${message} Reload the page to see what is saved now.`,
  publishNow: "Publish now",
};

export const publishSummary = {
  name: "Name",
  when: "When",
  where: "Where",
  tickets: "Tickets",
  seats: "Seats",
  sales: "Sales",
  cancelling: "Cancelling",
  peopleCanCancelUntilIt: "People can cancel until it starts.",
  peopleCanCancelUntilHours: (hours: number) => `People can cancel until ${hours} hours before the start.`,
};

export const ruleSections = {
  capacity: "Capacity",
  seatsOverAllTicketTypes: "Seats over all ticket types. Never fewer than are sold and held.",
  ticketsPerBooking: "Tickets per booking",
  theMostThatOnePerson: "The most that one person can book.",
  minutesForCheckout: "Minutes for checkout",
  seatsAreHeldThisLong: "Seats are held this long, then they go back on sale.",
  cancellingEndsHoursBeforeThe: "Cancelling ends, hours before the start",
  n0PeopleCanCancelUntil: "0: people can cancel until it starts. You can always cancel a booking.",
  openWaitlistWhenItIs: "Open a waitlist when it is sold out",
  seatsThatComeFreeAre: "Seats that come free are given to whoever waits, in order of joining.",
  leaveEmptyToOpenSales:
    "Leave empty to open sales on publishing and to close them when the event starts, or when it ends if it lasts over 24 hours.",
  salesOpen: "Sales open",
  salesClose: "Sales close",
  waitingRoomForBigOn: "Waiting room for a big on-sale",
  forMorePeopleThanThere: (LOBBY_MINUTES: number) =>
    `For more people than there are tickets. They gather from ${LOBBY_MINUTES} minutes before sales open, get random places when they do, and are let in one after another.`,
};

export const saveBar = {
  compare: "Compare",
  preview: "Preview",
  saveDraft: "Save draft",
  publish: "Publish…",
  saveChanges: "Save changes",
};

export const sectionNav = {
  sections: "Sections",
};

export const ticketTypeItem = {
  moveUp: (title: string) => `Move ${title} up`,
  moveDown: (title: string) => `Move ${title} down`,
  remove: (title: string) => `Remove ${title}`,
  ticketName: "Ticket name",
  price: (currency: string) => `Price, ${currency}`,
  quota: "Quota",
  soldOrHeld: (sold: number) => `${sold} sold or held.`,
  emptyNoLimit: "Empty: no limit.",
  descriptionAndSaleWindow: "Description and sale window",
  whatItIncludes: "What it includes",
  optional: "Optional.",
  onSaleFrom: "On sale from",
  onSaleUntil: "On sale until",
};

export const ticketTypeSale = {
  closed: "Closed",
  notOnSaleAnyMore: "Not on sale any more. Its bookings stay valid.",
  itHasBookingsSoIt: "It has bookings, so it can be closed, but not deleted.",
  openAgain: "Open again",
  closeItsSale: "Close its sale",
};

export const ticketTypesSection = {
  whatPeopleChooseFromIn:
    "What people choose from, in this order. A quota limits one ticket type; the capacity limits them all.",
  currency: "Currency",
  noTicketTypesYetAdd: "No ticket types yet. Add one; a price of 0 makes it free.",
  addTicketType: "Add a ticket type",
};
