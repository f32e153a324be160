import { LockKeyhole } from "lucide-react";
import { buttonClasses } from "@/components/ui/control-classes";
import { checkInAccessLost } from "@/texts/check-in";
import type { CheckInState } from "./check-in-types";

/** Replaces the page once the viewer is signed out or has lost the permission. */
export function CheckInAccessLost({
  access,
  pendingCount,
  slug,
}: {
  access: Exclude<CheckInState["access"], "allowed">;
  pendingCount: number;
  slug: string;
}) {
  const isSignedOut = access === "signed_out";
  const path = `/organize/events/${encodeURIComponent(slug)}/check-in`;
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto grid max-w-md flex-1 content-center gap-5 px-6 py-16 outline-none"
    >
      <LockKeyhole aria-hidden="true" className="size-10 text-muted" />
      <h1 className="text-3xl font-bold">
        {isSignedOut ? checkInAccessLost.signedOutTitle : checkInAccessLost.refusedTitle}
      </h1>
      <p role="alert" className="text-lg text-muted text-pretty">
        {isSignedOut ? checkInAccessLost.signedOut : checkInAccessLost.refused}
      </p>
      {pendingCount > 0 ? <p className="text-pretty">{checkInAccessLost.pending(pendingCount)}</p> : null}
      <p>
        <a
          href={isSignedOut ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : "/organize"}
          className={buttonClasses("primary", "lg")}
        >
          {isSignedOut ? checkInAccessLost.signIn : checkInAccessLost.toEvents}
        </a>
      </p>
    </main>
  );
}
