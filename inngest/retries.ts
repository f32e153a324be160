/**
 * Attempts of a mail after the first. Inngest waits 15 s, 30 s, 1, 2, 5, 10, 20, 40 min, 1 h, and then 2 h before each
 * further one: a mail server may be down for ten minutes or for a day, and the mail is only late.
 */
export const EMAIL_RETRIES = 20;

/** The same waits, up to 20 min: what still fails then is found again by a sweep. */
export const WORK_RETRIES = 7;
