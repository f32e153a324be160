export const roleNames = {
  owner: "Owner",
  manager: "Manager",
  door_staff: "Door staff",
};

export const invitationPage = {
  metadataTitle: "Invitation",
  title: "Join a team",
  joinedTitle: "Welcome to the team",
};

export const teamPage = {
  title: "Team",
  viewPublicPage: "View public page",
  editPublicPage: "Edit public page",
  startedTitle: "You’re all set",
  startedText: "{createEvent}, or invite the people you run it with.",
  createEvent: "Create your first event",
  members: "Members",
  membersCount: (count: number) => `Members (${count})`,
  onlyYou: "Only you so far. Invited people appear here once they accept.",
  invited: "Invited",
  invite: "Invite someone",
};

export const profilePage = {
  back: "Team",
  title: "Public page",
  intro: "What people read about you on every event and on {page}. Its address stays the same.",
  page: "your page",
};

const shared = {
  name: "Name",
  websitePlaceholder: "example.com",
};

export const createOrganizerForm = {
  nameLabel: shared.name,
  nameHint: "Your name, or your group, club or company. It appears on every event.",
  cityLabel: "City {optional}",
  websiteLabel: "Website {optional}",
  websitePlaceholder: shared.websitePlaceholder,
  optional: "(optional)",
  submit: "Start organizing",
};

export const organizerErrors = {
  tooLong: (max: string) => `Use ${max} characters or fewer.`,
  nameTooShort: "Enter a name of two characters or more.",
  websiteInvalid: "Enter a web address, like example.com.",
};

export const profileForm = {
  errorTitle: "Not saved yet",
  saved: "Saved. Your public page is up to date.",
  nameLabel: shared.name,
  cityLabel: "City (optional)",
  websiteLabel: "Website (optional)",
  websitePlaceholder: shared.websitePlaceholder,
  aboutLabel: "About (optional)",
  aboutHint: "Who you are, and what people can expect.",
  submit: "Save",
};

export const invitationActions = {
  resend: "Send again",
  resendLabel: (email: string) => `Send again to ${email}`,
  revoke: "Revoke",
  revokeLabel: (email: string) => `Revoke the invitation to ${email}`,
  resent: "Sent again. Valid for another seven days.",
};

export const invitationCard = {
  intro: {
    owner:
      "{invitedBy} invited you to the team of {organizer}. As an owner you run everything: events, attendees, the team and its public page.",
    manager:
      "{invitedBy} invited you to the team of {organizer}. As a manager you run events: tickets, attendees, waitlists and messages.",
    door_staff:
      "{invitedBy} invited you to the team of {organizer}. As door staff you check tickets in with your phone.",
  },
  roleLabel: "Role",
  emailLabel: "For",
  expiryLabel: "Expires",
  submit: "Join the team",
  ignoreNote: "Not for you? You can ignore this invitation.",
  signInPrompt: "Sign in or sign up with that address to join. We’ll bring you back here.",
  signIn: "Sign in",
  signUp: "Sign up",
  wrongAccount:
    "You’re signed in as {viewer}. This invitation is for {email}. Sign out, then open it from the email again.",
  signOut: "Sign out",
  joined: "You’re in the team of {organizer}.",
  viewEvents: "View events",
  myEvents: "My events",
  goToSignIn: "Go to sign-in",
};

export const invitationList = {
  expired: "Expired",
  expires: "Invited by {name} · expires {date} · {emailStatus}",
  hasExpired: "Invited by {name} · expired {date}",
  emailStatuses: {
    sent: "email sent",
    sending: "email on its way",
    failed: "email not accepted yet, retrying",
  },
};

export const inviteForm = {
  sent: (email: string) => `An invitation is on its way to ${email}.`,
  emailLabel: "Email",
  emailHint: "They don’t need a Quorix account yet.",
  roleLabel: "Role",
  submit: "Send invitation",
};

export const leaveButton = {
  open: "Leave the team",
  text: "You’ll no longer have access to {organizer}. An owner can invite you again.",
  submit: "Leave team",
  cancel: "Stay",
};

export const memberActions = {
  changeRole: "Change role",
  changeRoleLabel: (name: string) => `Change role of ${name}`,
  remove: "Remove",
  removeLabel: (name: string) => `Remove ${name}`,
  removeTitle: "Remove from the team",
  removeText:
    "{name} will immediately lose access to this organizer. Their actions stay in the audit log. To undo this, invite them again.",
  removeCancel: "Keep in the team",
  roleLegend: (name: string) => `Role of ${name}`,
  save: "Save",
  cancel: "Cancel",
};

export const memberList = {
  you: "You",
  accountClosed: "Account closed",
  joined: "{email} · joined {date}",
};

export const roleChoice = {
  owner: "Everything, including the team, the public page and the audit log.",
  manager: "Everything about events and attendees. Can see the team.",
  door_staff: "Check-in only.",
};

export const roleTableText = {
  caption: "What each role can do",
  permission: "Permission",
  yes: "yes",
  no: "no",
};

/** What each permission allows, on the team's page and in docs/organizers.md. */
export const permissionLabels = {
  "check-in": "Check tickets in at the door, and undo it",
  "events.view": "See events and their sales",
  "events.edit": "Create, import, edit and publish events",
  "events.cancel": "Cancel or move an event, and notify attendees",
  "attendees.view": "See bookings, tickets and their holders",
  "attendees.manage": "Resend emails, correct names, cancel and move bookings, add guests",
  "waitlist.view": "See the waitlist and its decisions",
  "waitlist.manage": "Offer available tickets to the waitlist, automatically or manually",
  "payments.view": "See payments and refunds",
  "payments.manage": "Mark bookings as paid, and refund",
  "messages.send": "Write to attendees",
  "insights.view": "See insights",
  export: "Download attendees, bookings, payments, the waitlist and insights",
  "team.view": "See who is in the team",
  "team.manage": "Invite people, change their roles and remove them",
  "organizer.edit": "Change the organizer’s public page",
  "audit.view": "Read the audit log",
};

export const accessErrors = {
  NOT_FOUND: "This isn’t here any more, or you aren’t in its team.",
  NOT_ALLOWED: "Your role doesn’t allow this. Ask an owner of the team.",
};

export const teamErrors = {
  ALREADY_MEMBER: "This person is already in the team.",
  ALREADY_INVITED: "This address has already been invited. You can send the email again from the list of invitations.",
  NOT_INVITED: "This invitation has already been accepted or revoked.",
  NOT_A_MEMBER: "This person is no longer in the team.",
  NOT_ALLOWED: "You’re no longer an owner, so nothing was changed.",
  LAST_OWNER: "A team needs an owner. Make someone else an owner first.",
};

/** In place of an invitation that can't be accepted. */
export const invitationErrors = {
  INVALID: {
    title: "This link is incomplete",
    text: "Open it from the email again, or copy all of it.",
  },
  EXPIRED: {
    title: "This invitation has expired",
    text: "Invitations are valid for seven days. Ask the person who invited you to send it again.",
  },
  REVOKED: {
    title: "This invitation was revoked",
    text: "If you think that’s a mistake, ask the person who invited you.",
  },
  ACCEPTED: {
    title: "This invitation has been accepted",
    text: "Each invitation works once. If it was you, the team is on your organizer’s page.",
  },
  OTHER_ADDRESS: {
    title: "This invitation is for another address",
    text: "Sign in with the address it was sent to, or ask for an invitation to yours.",
  },
};
