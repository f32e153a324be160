export const cameraView = {
  camera: "Camera",
  whatTheCameraSees: "What the camera sees",
  light: "Light",
  nextCamera: "Next camera",
  turnTheCameraOff: "Turn the camera off",
  openingTheCamera: " Opening the camera",
  startCamera: "Start camera",
};

export const checkInAccessLost = {
  youAreSignedOut: "You are signed out",
  youCannotCheckInHere: "You cannot check in here",
  theListOfTicketsWas: "The list of tickets was removed from this device. Sign in again to go on.",
  yourRightToCheckIn:
    "Your right to check in at this event has ended, and the list of tickets was removed from this device. Ask an owner of the team.",
  signIn: "Sign in",
  toMyEvents: "To my events",
};

export const checkInHeader = {
  leaveCheckIn: "Leave check-in",
  checkIn: "Check-in",
  muteSounds: "Mute sounds",
  thisDevice: "This device",
};

export const checkInNotices = {
  thisEventWasCancelledNobody: "This event was cancelled: nobody is let in.",
  thisEventIsNotPublished: "This event is not published yet.",
  notToday: (startsAt: string) => `Not today: ${startsAt}`,
  sending: (pendingCount: string) => `Sending ${pendingCount}`,
  n1ScanNeedsLook: "1 scan needs a look",
  scansNeedLook: (conflicts: number) => `${conflicts} scans need a look`,
};

export const checkInTabs = {
  checkIn: "Check-in",
  toLookAt: " to look at",
};

export const codeField = {
  ticketCode: "Ticket code",
  example: "7KQ2 M9XA 4BPB 4T1C",
  check: "Check",
};

export const counters = {
  whoIsIn: "Who is in",
  of: (value: string, expected: string) => `${value} of ${expected}`,
};

export const deviceDialog = {
  thisDevice: "This device",
  name: "Name",
  othersAtTheDoorsSee: "Others at the doors see it beside each scan, such as “Door B”.",
  save: "Save",
  listOfTickets: "List of tickets",
  ticketsAsOf: (size: string, timeZone: string) => `${size} tickets, as of ${timeZone}`,
  notOnThisDeviceYet: "Not on this device yet",
  withoutNetwork: "Without a network",
  readyThisPageOpensAnd: "Ready: this page opens and checks tickets.",
  ticketsAreCheckedWhileThis: "Tickets are checked while this page stays open.",
  needsTheListFirst: "Needs the list first.",
};

export const recentScans = {
  lastScans: "Last scans",
  toLookAt: "To look at",
  nameNotKnown: "Name not known",
  done: "Done",
  nobodyLetInYet: "Nobody let in yet",
  everybodyThisDeviceLetsIn: "Everybody this device lets in is listed here, where it can be undone.",
  letInByThisDevice: "Let in by this device",
  aTicketNotOnThe: "A ticket not on the list yet",
  undone: " · undone",
  undo: (value: string) => `Undo ${value}`,
  undo2: "Undo",
};

export const scanResultScreen = {
  result: "Result",
  letInAnyway: "Let in anyway",
  undo: (holderName: string) => `Undo ${holderName}`,
  undo2: "Undo",
  next: "Next",
};

export const ticketSearch = {
  listOfTickets: "List of tickets",
  findByName: "Find by name",
  theListComesWithThe: "The list comes with the first connection.",
  theFirstOfTypeMore: (MAX_SHOWN: number, length: string) =>
    `The first ${MAX_SHOWN} of ${length}. Type more of the name.`,
  n1Ticket: "1 ticket",
  tickets: (length: number) => `${length} tickets`,
  nobodyByThisName: "Nobody by this name",
  noTicketsYet: "No tickets yet",
  tryPartOfTheName: "Try a part of the name, or scan the ticket.",
  ticketsAppearHereAsThey: "Tickets appear here as they are booked.",
  tickets2: "Tickets",
  notOnTheListYet: "Not on the list yet",
  noLongerValid: " · no longer valid",
  letIn: (admission: string) => ` · let in ${admission}`,
  in: "In",
  letIn2: (value: string) => `Let in ${value}`,
  letIn3: "Let in",
};

export const conflictList = {
  checkInsToLookAt: "Check-ins to look at",
  thesePeopleWereLetIn:
    "These people were let in while a door was offline. Mark each as looked at once you know what happened.",
  nameNotKnown: "Name not known",
  lookedAt: (title: string, value: string) => `Looked at: ${title}, ${value}`,
  lookedAt2: "Looked at",
};
