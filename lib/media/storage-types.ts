/** Storage of uploaded files. A key is written once, and never overwritten with other bytes. */
export type Storage = {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Null if the file does not exist. */
  read(key: string): Promise<Uint8Array | null>;
  /** The public address: a path of this application, or an absolute address. */
  url(key: string): string;
  /** Missing files are ignored. */
  remove(keys: string[]): Promise<void>;
};

/** A key's bytes never change, so that files may be cached for good. */
export const IMMUTABLE = "public, max-age=31536000, immutable";

/** The host has no storage. The message says what to configure. */
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
