import "server-only";

/** Why somebody may not reserve now, and where they get in. */
export type AdmissionRefusal = {
  ok: false;
  code: "ADMISSION_NEEDED";
  /** `used`: this admission has led to a hold. `over`: its time is up. */
  reason: "none" | "used" | "over";
};

export type Admission =
  | {
      ok: true;
      /** To be called when nothing was held after all, so that the admission can be used again. */
      giveBack: () => Promise<void>;
    }
  | AdmissionRefusal;

export type Attempt = {
  event: { id: number; slug: string };
  userId: number;
  /** A retry of the same attempt is the same use. */
  idempotencyKey: string;
};

const free: Admission = { ok: true, giveBack: async () => {} };

/** Whether the visitor of this request may reserve now; uses their admission up where the event has a waiting room. */
export async function admissionFor(_attempt: Attempt): Promise<Admission> {
  return free;
}
