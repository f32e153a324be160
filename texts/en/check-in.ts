import { formatNumber, plural, ticketCount } from "./plural";

const scans = (count: number) => plural(count, { one: "scan", other: "scans" });

export const checkInPage = {
  title: "Check-in",
};

export const checkInManifest = {
  name: (event: string) => `Check-in: ${event}`,
  nameWithoutEvent: "Quorix check-in",
  shortName: "Check-in",
  description: "Scan tickets at the door, online or offline.",
};

export const cameraView = {
  label: "Camera",
  video: "Camera picture",
  statuses: {
    off: "Scan with this device’s camera, or type the code.",
    refused: "This page isn’t allowed to use the camera. Allow it in your browser’s settings, or type the code.",
    missing: "No camera is available. Type the code, or use a scanner.",
  },
  light: "Light",
  nextCamera: "Next camera",
  turnOff: "Turn off camera",
  starting: "Starting the camera",
  start: "Start camera",
};

export const checkInAccessLost = {
  signedOutTitle: "You’re signed out",
  refusedTitle: "You can’t check in here",
  signedOut: "The ticket list was removed from this device. Sign in again to continue.",
  refused:
    "You no longer have permission to check in at this event, and the ticket list was removed from this device. Ask a team owner.",
  pending: (count: number) =>
    count === 1
      ? "1 offline scan is saved on this device and will be sent when you’re back."
      : `${scans(count)} made offline are saved on this device and will be sent when you’re back.`,
  signIn: "Sign in",
  toEvents: "My events",
};

export const checkInHeader = {
  leave: "Leave check-in",
  title: "Check-in",
  mute: "Mute sounds",
  thisDevice: "This device",
};

export const checkInNotices = {
  cancelled: "This event was cancelled: nobody is let in.",
  notPublished: "This event isn’t published yet.",
  notToday: "Not today: {date}",
  offline: "Offline. Tickets are checked against this device’s list.",
  offlineWithoutList: "Offline. This device has no ticket list yet.",
  offlinePending: (count: number) =>
    `Offline, ${scans(count)} waiting to be sent. Tickets are checked against this device’s list.`,
  sending: (count: number) => `Sending ${scans(count)}`,
  otherPending: (count: number) =>
    count === 1
      ? "1 scan by another person will be sent when they sign in on this device again."
      : `${scans(count)} by other people will be sent when they sign in on this device again.`,
  conflicts: (count: number) => (count === 1 ? "1 scan needs review" : `${scans(count)} need review`),
};

export const checkInTabs = {
  label: "Check-in",
  scan: "Scan",
  list: "List",
  recent: "Recent scans",
  conflicts: "to review",
};

export const codeField = {
  label: "Ticket code",
  example: "7KQ2 M9XA 4BPB 4T1C",
  submit: "Check",
};

export const counters = {
  label: "Checked in",
  total: (expected: number) => `{count} of ${formatNumber(expected)} in`,
  totalToday: (expected: number) => `{count} of ${formatNumber(expected)} in today`,
  ofType: (count: number, expected: number) => `${formatNumber(count)} of ${formatNumber(expected)}`,
};

export const deviceDialog = {
  title: "This device",
  name: "Name",
  nameHint: "Shown with each scan, such as “Door B”.",
  badName: (max: number) => `Enter a name of up to ${formatNumber(max)} characters.`,
  save: "Save",
  list: "Ticket list",
  listAsOf: (count: number) => `${ticketCount(count)}, as of {time}`,
  noList: "Not on this device yet",
  offline: "Offline use",
  ready: "Ready: this page opens and checks tickets offline.",
  whileOpen: "Tickets are checked as long as this page stays open.",
  needsList: "Needs the ticket list first.",
};

export const deviceSettings = {
  defaultName: (suffix: string) => `Device ${suffix}`,
};

export const recentScans = {
  title: "Recent scans",
  conflicts: "To review",
  noName: "Name unknown",
  resolve: "Done",
  emptyTitle: "Nobody let in yet",
  empty: "People let in by this device are listed here, and you can undo a scan.",
  list: "Let in by this device",
  unlisted: "Ticket not on the list yet",
  undone: "undone",
  undo: "Undo",
  undoLabel: (name: string) => `Undo ${name}`,
  thisScan: "this scan",
};

export const scanResultScreen = {
  label: "Result",
  letInAnyway: "Let in anyway",
  undo: "Undo",
  undoLabel: (name: string) => `Undo ${name}`,
  next: "Next",
};

export const ticketSearch = {
  title: "Ticket list",
  search: "Find by name",
  noList: "The list is downloaded once this device is online.",
  tooMany: (shown: number, count: number) =>
    `The first ${formatNumber(shown)} of ${formatNumber(count)}. Type more of the name.`,
  count: ticketCount,
  noMatchesTitle: "No matches",
  noMatches: "Try part of the name, or scan the ticket.",
  emptyTitle: "No tickets yet",
  empty: "Tickets appear here as they’re booked.",
  list: "Tickets",
  unlisted: "Not on the list yet",
  noLongerValid: "no longer valid",
  checkedIn: (details: string) => `let in ${details}`,
  in: "In",
  letIn: "Let in",
  letInLabel: (name: string) => `Let in ${name}`,
  thisTicket: "this ticket",
};

export const conflictList = {
  title: "Check-ins to review",
  intro: "These people were let in by a device that was offline. Mark each as reviewed once you know what happened.",
  noName: "Name unknown",
  resolve: "Mark as reviewed",
  resolveLabel: (title: string, name: string) => `Mark as reviewed: ${title}, ${name}`,
  unknownName: "name unknown",
};

/** When, by whom and on which device a ticket was let in: "at 19:02 by Deniz, Door B". */
export const checkInDetails = {
  at: (time: string) => `at ${time}`,
  by: (when: string, person: string) => `${when} by ${person}`,
  byOn: (when: string, person: string, device: string) => `${when} by ${person}, ${device}`,
  on: (when: string, device: string) => `${when} on ${device}`,
};

export const scanConflicts = {
  twice: "Let in twice",
  cancelled: "Let in with a cancelled ticket",
  otherEvent: "Let in with a ticket for another event",
  unknown: "Let in with an unknown ticket",
  once: (details: string) => `Let in ${details}.`,
  both: (first: string, second: string) => `Let in ${first}, and ${second}.`,
  timeCorrected: (device: string) => `The clock of ${device} was wrong, so its time was corrected.`,
  local: (result: string) => `Let in: ${result.toLowerCase()}`,
  here: (details: string) => `Let in here ${details}.`,
  hereAndThere: (here: string, there: string) => `Let in here ${here}, and ${there}.`,
};

export const scanResults = {
  otherLayout:
    "Your scanner seems to type with another keyboard layout. Set the scanner and this device to the same layout, or scan with the camera.",
  letIn: "Let in",
  lastLetIn: (details: string) => `Last let in ${details}.`,
  checkedOffline: "Checked against this device’s list.",
  provisional: "Provisional entry",
  provisionalDetail:
    "A genuine ticket, sold after this list was downloaded. It will be checked when this device is online.",
  alreadyIn: "Already in",
  alreadyInToday: "Already in today",
  letInBefore: (details: string) => `Let in ${details}.`,
  noLongerValid: "No longer valid",
  eventCancelled: "The event was cancelled.",
  ticketCancelled: "This ticket was cancelled.",
  notToday: "Not today",
  notTodayDetail: (date: string) => `A valid ticket, but the event is on ${date}.`,
  otherEvent: "Not for this event",
  otherEventDetail: (event: string, date: string) => `This ticket is for ${event}, ${date}.`,
  badSignature: "The ticket’s signature isn’t valid for this event.",
  otherOrganizer: "This ticket is for another organizer’s event.",
  unknown: "Unknown ticket",
  unknownOffline: "It isn’t on this device’s list. Scan its QR code if you can, or try again when you’re online.",
  unknownDetail: "No ticket has this code.",
  notATicket: "Not a ticket",
  notATicketDetail: "A ticket code has 16 letters and digits.",
  cannotCheck: "Can’t check",
  cannotCheckDetail: "You’re offline, and this device has no ticket list yet.",
};
