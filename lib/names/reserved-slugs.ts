/** Folders of `app/` that stand, or once stood, beside a `[slug]`: nothing may be named so. A test reads the folders. */
export const reservedSlugs: ReadonlySet<string> = new Set(["new"]);
