/** Why somebody may not reserve now. `used`: this admission has led to a hold. `over`: its time is up. */
export type AdmissionRefusal = { ok: false; code: "ADMISSION_NEEDED"; reason: "none" | "used" | "over" };
