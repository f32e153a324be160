import { env } from "@/lib/env";
import { blobStorage } from "./blob-storage";
import { localStorage } from "./local-storage";
import { s3Storage } from "./s3-storage";
import type { Storage } from "./storage-types";

function createStorage(): Storage {
  if (env.BLOB_READ_WRITE_TOKEN) return blobStorage(env.BLOB_READ_WRITE_TOKEN);
  if (env.MEDIA_S3_ENDPOINT && env.MEDIA_S3_BUCKET && env.MEDIA_S3_ACCESS_KEY_ID && env.MEDIA_S3_SECRET_ACCESS_KEY) {
    return s3Storage({
      endpoint: env.MEDIA_S3_ENDPOINT,
      bucket: env.MEDIA_S3_BUCKET,
      region: env.MEDIA_S3_REGION,
      accessKeyId: env.MEDIA_S3_ACCESS_KEY_ID,
      secretAccessKey: env.MEDIA_S3_SECRET_ACCESS_KEY,
      publicUrl: env.MEDIA_S3_PUBLIC_URL,
    });
  }
  return localStorage(env.MEDIA_DIR);
}

/** The storage that the environment configures; a local folder by default. */
export const storage = createStorage();
