export const forgotPasswordPage = {
  backToSignIn: "Back to sign in",
  forgottenPassword: "Forgotten password",
};

export const resetPasswordPage = {
  newPassword: "New password",
};

export const linkPage = {
  createYourAccount: "Create your account",
  signIn: "Sign in",
};

export const signInPage = {
  forgottenPassword: "Forgotten password",
  newHereSignUp: "New here? Sign up",
  signIn: "Sign in",
};

export const signUpPage = {
  haveAnAccountSignIn: "Have an account? Sign in",
  signUp: "Sign up",
};

export const verifyEmailPage = {
  confirmYourAddress: "Confirm your address",
};

export const accountPage = {
  account: "Account",
  yourPasswordIsChanged: "Your password is changed",
  otherDevicesAreSignedOut: "Other devices are signed out.",
  you: "You",
  email: "Email",
  ticketsAndNewsAboutYour: "Tickets and news about your bookings go here.",
  password: "Password",
  notSureWhatItIs: "Not sure what it is? Set a new one by mail.",
  emailMeLink: "Email me a link",
  youSignInWithoutPassword: "You sign in without a password. To have one as well, set it by mail.",
};

export const accountSkeleton = {
  loading: "Loading",
};

export const changePasswordForm = {
  yourPasswordIsChangedOther: "Your password is changed. Other devices are signed out.",
  presentPassword: "Present password",
  newPassword: "New password",
  charactersOrMoreEveryOther: (PASSWORD_MIN_LENGTH: number) =>
    `${PASSWORD_MIN_LENGTH} characters or more. Every other device is signed out.`,
  changePassword: "Change password",
};

export const checkYourEmail = {
  checkYourMail: "Check your mail",
  weSentLinkTo: "We sent a link to",
  nothingThereAfterFewMinutes:
    "Nothing there after a few minutes? Look in the spam folder, or reload this page and check the address.",
};

export const emailLinkButton = {
  theLinkIsOnIts: (sentTo: string) => `The link is on its way to ${sentTo}.`,
};

export const expiredLink = {
  goToSignIn: "Go to sign in",
  askForNewLink: "Ask for a new link",
};

export const followLinkForm = {
  confirmThatThisIsYour: "Confirm that this is your address:",
  youAreSigningInAs: "You are signing in as",
  signedUpBy: "Signed up by",
  notYouThenLeaveThis: "Not you? Then leave this page: nothing happens.",
  yourName: "Your name",
  itsOnYourTicketsYou: "It's on your tickets. You can change it in your account at any time.",
  confirmAndSignIn: "Confirm and sign in",
  signIn: "Sign in",
};

export const forgotPasswordForm = {
  ifItBelongsToAn:
    "If it belongs to an account, the link in it leads to a new password. It works once, for 30 minutes.",
  email: "Email",
  sendTheLink: "Send the link",
};

export const profileForm = {
  saved: "Saved.",
  name: "Name",
  timeZone: "Time zone",
  eventsShowTheirOwnTime: "Events show their own time, and this one beside it where it differs.",
  save: "Save",
};

export const providerButtons = {
  continueWith: (name: string) => `Continue with ${name}`,
};

export const resetPasswordForm = {
  newPassword: "New password",
  charactersOrMoreEveryOther: (PASSWORD_MIN_LENGTH: number) =>
    `${PASSWORD_MIN_LENGTH} characters or more. Every other device is signed out.`,
  setPassword: "Set password",
};

export const selectionKeptNote = {
  yourChoiceIsKeptSign: "Your choice is kept. Sign in or sign up, and you are back where you were.",
};

export const signInForm = {
  itSignsYouInAnd: "It signs you in, and creates your account if you're new here. It works once, for 15 minutes.",
  email: "Email",
  password: "Password",
  signIn: "Sign in",
  emailMeSignInLink: "Email me a sign-in link",
  noPasswordNeededIfYoure: "No password needed. If you're new here, the link creates your account.",
};

export const signInLink = {
  signIn: "Sign in",
};

export const signUpForm = {
  openItWithin24HoursAnd: "Open it within 24 hours and you are in, right where you were.",
  name: "Name",
  email: "Email",
  password: "Password",
  charactersOrMoreFewWords: (PASSWORD_MIN_LENGTH: number) =>
    `${PASSWORD_MIN_LENGTH} characters or more. A few words in a row do well.`,
  signUp: "Sign up",
};

export const timeZoneOptions = {
  choosePlace: (chosen: string) => `${chosen} (choose a place)`,
  useDeviceTimeZone: "Use device time zone",
};

export const viewerMenu = {
  yourAccount: "Your account",
  myBookings: "My bookings",
  organizeEvents: "Organize events",
  administration: "Administration",
  account: "Account",
  apiSignOut: "/api/sign-out",
  signOut: "Sign out",
};
