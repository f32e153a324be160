/**
 * Retries of an email. Inngest waits 15 s, 30 s, 1, 2, 5, 10, 20, 40 min, 1 h, and then 2 h before each further one, so
 * that emails survive a mail server that is down for a day.
 */
export const EMAIL_RETRIES = 20;

/** The same waits, up to 20 min. A sweep retries what still fails. */
export const WORK_RETRIES = 7;
