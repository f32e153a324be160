import { LockKeyhole } from "lucide-react";
import { buttonClasses } from "@/components/ui/control-classes";
import { checkInAccessLost } from "@/texts/check-in";
import type { CheckInState } from "./check-in-types";

/** Who is no longer signed in, or no longer in the team, sees nothing of the door. */
export function CheckInAccessLost({
  access,
  waiting,
  slug,
}: {
  access: Exclude<CheckInState["access"], "allowed">;
  waiting: number;
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
        {isSignedOut ? checkInAccessLost.youAreSignedOut : checkInAccessLost.youCannotCheckInHere}
      </h1>
      <p role="alert" className="text-lg text-muted text-pretty">
        {isSignedOut ? checkInAccessLost.theListOfTicketsWas : checkInAccessLost.yourRightToCheckIn}
      </p>
      {waiting > 0 ? (
        <p className="text-pretty">
          {`${waiting === 1 ? "1 scan" : `${waiting} scans`} made without a network ${waiting === 1 ? "waits" : "wait"} on this device and will be sent when you are back.`}
        </p>
      ) : null}
      <p>
        <a
          href={isSignedOut ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : "/organize"}
          className={buttonClasses("primary", "lg")}
        >
          {isSignedOut ? checkInAccessLost.signIn : checkInAccessLost.toMyEvents}
        </a>
      </p>
    </main>
  );
}
