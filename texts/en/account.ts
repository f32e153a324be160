import { plural } from "./plural";

const emailFields = { email: "Email", password: "Password", name: "Name" };

const passwordRule = (minLength: number) => `${minLength} characters or more. All your other devices are signed out.`;

export const signInPage = {
  title: "Sign in",
  forgotPassword: "Forgot password?",
  signUp: "New here? Sign up",
  providerDenied: "That account has no verified email address, or its Quorix account is closed.",
  providerFailed: "Sign-in failed. Try again, or use your email.",
};

export const signUpPage = {
  title: "Sign up",
  signIn: "Have an account? Sign in",
};

export const signInLinkPage = {
  title: "Sign in",
  titleForNewAccount: "Create your account",
};

export const verifyEmailPage = {
  title: "Confirm your email",
};

export const forgotPasswordPage = {
  title: "Reset your password",
  backToSignIn: "Back to sign in",
};

export const resetPasswordPage = {
  title: "Choose a new password",
};

export const accountPage = {
  title: "Account",
  passwordChanged: "Your password is changed",
  otherDevicesSignedOut: "Your other devices are signed out.",
  profile: "Profile",
  email: "Email",
  emailHint: "We send tickets and booking updates here.",
  password: "Password",
  forgotPassword: "Don’t remember it? We’ll email you a link to set a new one.",
  noPassword: "You sign in without a password. We’ll email you a link to add one.",
  emailLink: "Email me a link",
};

export const accountSkeleton = {
  label: "Loading",
};

export const changePasswordForm = {
  done: "Your password is changed. Your other devices are signed out.",
  currentPassword: "Current password",
  newPassword: "New password",
  newPasswordHint: passwordRule,
  submit: "Change password",
};

export const checkYourEmail = {
  title: "Check your email",
  sent: "We sent a link to {email}.",
  hint: "Nothing after a few minutes? Check your spam folder, or sign up again if the address is wrong.",
};

export const emailLinkButton = {
  sent: (email: string) => `We’ve sent a link to ${email}.`,
};

export const expiredLink = {
  problems: {
    INVALID: "This link isn’t complete. Open it from the email again, or copy all of it.",
    EXPIRED: "This link has expired. Ask for a new one and use it soon after it arrives.",
    USED: "This link has been used. Each link works once.",
  },
  signIn: "Go to sign-in",
  newLink: "Get a new link",
};

export const followLinkForm = {
  confirm: "Confirm that this is your email address:",
  signingIn: "You’re signing in as",
  signedUpBy: "Signed up by",
  notYou: "Not you? You can ignore this.",
  name: "Your name",
  nameHint: "It’s shown on your tickets. You can change it in your account at any time.",
  submitAndConfirm: "Confirm and sign in",
  submit: "Sign in",
};

export const forgotPasswordForm = {
  email: emailFields.email,
  submit: "Send link",
  sent: "If the address has an account, the link lets you set a new password. It works once, for 30 minutes.",
};

export const profileForm = {
  saved: "Saved.",
  name: emailFields.name,
  timeZone: "Time zone",
  timeZoneHint: "Events show their local time, with your own beside it where they differ.",
  submit: "Save",
};

export const providerButtons = {
  submit: (provider: string) => `Continue with ${provider}`,
};

export const resetPasswordForm = {
  newPassword: "New password",
  newPasswordHint: passwordRule,
  submit: "Set password",
};

export const selectionKeptNote = {
  text: "Sign in or sign up, and we’ll bring you back to your tickets.",
};

export const signInForm = {
  email: emailFields.email,
  password: emailFields.password,
  submit: "Sign in",
  emailLink: "Email me a sign-in link",
  emailLinkHint: "No password needed. If you’re new here, the link creates your account.",
  sent: "It signs you in, and creates your account if you’re new here. It works once, for 15 minutes.",
};

export const signInLink = {
  label: "Sign in",
};

export const signUpForm = {
  name: emailFields.name,
  email: emailFields.email,
  password: emailFields.password,
  passwordHint: (minLength: number) => `${minLength} characters or more. A short phrase works well.`,
  submit: "Sign up",
  sent: "Open it within 24 hours to finish signing up.",
};

export const timeZoneOptions = {
  choosePlace: (zone: string) => `${zone} (choose a city)`,
  ofDevice: "Use device time zone",
};

export const viewerMenu = {
  label: "Your account",
  myBookings: "My bookings",
  organize: "Organize events",
  admin: "Administration",
  account: "Account",
  signOut: "Sign out",
};

/** What is wrong with a field. */
export const accountProblems = {
  noEmail: "Enter your email address.",
  emailTooLong: "That address is too long.",
  emailInvalid: "Enter an email address, like ada@example.com.",
  noName: "Enter your name.",
  tooLong: (max: number) => `Use ${plural(max, { one: "character", other: "characters" })} or fewer.`,
  tooShort: (min: number) => `Use ${plural(min, { one: "character", other: "characters" })} or more.`,
  noPassword: "Enter your password.",
  noNewPassword: "Enter a password.",
  timeZone: "Choose a time zone from the list.",
};

/** Why an action was refused. */
export const accountFailures = {
  wrongCredentials: "Wrong email or password. If you’ve just signed up, open the link in our email first.",
  wrongPassword: "That isn’t your current password.",
  linkUsed: "This link no longer works. Ask for a new one.",
  signedOut: "You’re signed out. Sign in again in another tab, then continue here.",
};
