/** The regions of the IANA database. */
const AREAS = "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific";

/** The pattern of stored time zones. A regular expression, for PostgreSQL and for JavaScript. */
export const TIME_ZONE_PATTERN = `^(UTC|(${AREAS})(/[A-Za-z][A-Za-z_-]*){1,2})$`;
