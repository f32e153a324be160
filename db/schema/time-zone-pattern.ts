/** The parts of the world that the IANA database files its places under. */
const AREAS = "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific";

/** What a stored time zone has to look like. A regular expression, for PostgreSQL and for JavaScript. */
export const TIME_ZONE_PATTERN = `^(UTC|(${AREAS})(/[A-Za-z][A-Za-z_-]*){1,2})$`;
