/** Where uploaded files are kept. A key is written once, and never again with other bytes. */
export type Storage = {
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Null where there is none. */
  read(key: string): Promise<Uint8Array | null>;
  /** Where a browser finds it: a path of this application, or an address of its own. */
  url(key: string): string;
  /** Of which any may be gone already. */
  remove(keys: string[]): Promise<void>;
};

/** Says that a file may be kept for good, as no key ever gets other bytes. */
export const IMMUTABLE = "public, max-age=31536000, immutable";

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
