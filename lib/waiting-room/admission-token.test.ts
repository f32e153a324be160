import { expect, it } from "vitest";
import { admissionToken, readAdmissionToken } from "./admission-token";
import { newVisitor } from "./visitor";

const claim = { visitor: newVisitor(), until: 1_800_000_000_000 };

it("reads tokens that were made for the event, and no others", () => {
  const token = admissionToken(7, claim);
  expect(readAdmissionToken(7, token)).toEqual(claim);
  expect(readAdmissionToken(8, token)).toBeNull();
  expect(readAdmissionToken(7, undefined)).toBeNull();
  expect(readAdmissionToken(7, "")).toBeNull();
});

it("detects any change", () => {
  const token = admissionToken(7, claim);
  const later = token.replace("1800000000000", "1900000000000");
  const another = token.replace(claim.visitor, newVisitor());
  for (const forged of [later, another, token.slice(0, -1), `${token}A`, token.toUpperCase()]) {
    expect(readAdmissionToken(7, forged), forged).toBeNull();
  }
});
