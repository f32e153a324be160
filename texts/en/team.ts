export const tokenInvitationsPage = {
  joinTeam: "Join a team",
  welcomeToTheTeam: "Welcome to the team",
};

export const teamPage = {
  team: "Team",
  seePublicPage: "See public page",
  editPublicPage: "Edit public page",
  youCanBegin: "You can begin",
  createTheFirstEvent: "Create the first event",
  orInviteThoseYouRun: ", or invite those you run it with.",
  members: "Members",
  members2: (length: number) => `Members (${length})`,
  onlyYouSoFarWhoever: "Only you so far. Whoever you invite is here once they accept.",
  invited: "Invited",
  inviteSomebody: "Invite somebody",
  whatEachRoleMayDo: "What each role may do",
};

export const profilePage = {
  team: "Team",
  publicPage: "Public page",
  whatPeopleReadAboutYou: "What people read about you on every event and on",
  yourPage: "your page",
  itsAddressStaysAsIt: ". Its address stays as it is.",
};

export const createOrganizerForm = {
  name: "Name",
  yoursOrThatOfYour: "Yours, or that of your group, club or company. It stands on every event.",
  city: "City ",
  website: "Website ",
  exampleCom: "example.com",
  startOrganizing: "Start organizing",
  optional: "(optional)",
};

export const invitationActions = {
  sendAgainTo: (email: string) => `Send again to ${email}`,
  sendAgain: "Send again",
  revokeTheInvitationTo: (email: string) => `Revoke the invitation to ${email}`,
  revoke: "Revoke",
  sentAgainForAnotherSeven: "Sent again, for another seven days.",
};

export const invitationCard = {
  invitesYouToTheTeam: "invites you to the team of ",
  role: "Role",
  for: "For",
  standsUntil: "Stands until",
  joinTheTeam: "Join the team",
  notForYouLeaveThis: "Not for you? Leave this page: nothing happens.",
  signInWithThatAddress: "Sign in with that address to join, or sign up with it. You come back here.",
  signIn: "Sign in",
  signUp: "Sign up",
  youAreSignedInAs: "You are signed in as ",
  thisInvitationIsFor: ". This invitation is for",
  signOutAndOpenIt: ": sign out, and open it from the mail again.",
  apiSignOut: "/api/sign-out",
  signOut: "Sign out",
  youAreInTheTeam: "You are in the team of ",
  toTheEvents: "To the events",
  myEvents: "My events",
  goToSignIn: "Go to sign in",
};

export const invitationList = {
  ranOut: "Ran out",
  invitedBy: "Invited by ",
};

export const inviteForm = {
  anInvitationIsOnIts: (value: string) => `An invitation is on its way to ${value}.`,
  email: "Email",
  noQuorixAccountNeededYet: "No Quorix account needed yet.",
  role: "Role",
  sendInvitation: "Send invitation",
};

export const leaveButton = {
  leaveTheTeam: "Leave the team",
  youCanNoLongerOpen: "You can no longer open anything of ",
  anOwnerCanInviteYou: ". An owner can invite you again.",
  leave: "Leave",
  stay: "Stay",
};

export const memberActions = {
  changeRoleOf: (name: string) => `Change role of ${name}`,
  changeRole: "Change role",
  remove: (name: string) => `Remove ${name}`,
  remove2: "Remove",
  removeFromTheTeam: "Remove from the team",
  roleOf: (name: string) => `Role of ${name}`,
  save: "Save",
  cancel: "Cancel",
  canNoLongerOpenAnything:
    "can no longer open anything of this organizer, from the next click on. What they did stays in the audit log. To undo it, invite them again.",
  keep: "Keep",
};

export const memberList = {
  thatIsYou: "That is you",
  accountClosed: "Account closed",
  since: (email: string, since: string) => `${email} · since ${since}`,
};

export const profileForm = {
  notSavedYet: "Not saved yet",
  savedThePublicPageSays: "Saved. The public page says so from now on.",
  name: "Name",
  cityOptional: "City (optional)",
  websiteOptional: "Website (optional)",
  exampleCom: "example.com",
  aboutOptional: "About (optional)",
  whoYouAreAndWhat: "Who you are, and what people can count on.",
  save: "Save",
};

export const roleTableText = {
  whatEachRoleMayDo: "What each role may do",
  toDo: "To do",
  yes: "yes",
  no: "no",
};
