/** This host keeps no files, and what to set so that it does. */
export class NoStorageError extends Error {
  override name = "NoStorageError";

  constructor(cause: unknown) {
    super(
      "This server has nowhere to keep pictures: its disk cannot be written. Set BLOB_READ_WRITE_TOKEN (Vercel Blob), " +
        "the MEDIA_S3_ variables (S3-compatible storage), or MEDIA_DIR to a folder that lasts.",
      { cause },
    );
  }
}
