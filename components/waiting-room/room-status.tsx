import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/control-classes";
import { Countdown } from "@/components/ui/countdown";
import { LOBBY_MINUTES } from "@/lib/events/waiting-room-stage";
import { formatInstant } from "@/lib/time/format";
import type { roomPaths } from "@/lib/waiting-room/paths";
import type { QueueStatus } from "@/lib/waiting-room/queue-status";
import { formatGathered } from "./room-messages";
import { WaitingStatus } from "./waiting-status";

export type RoomPaths = ReturnType<typeof roomPaths>;

function StatusText({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <h2 className="text-3xl leading-tight sm:text-4xl">{title}</h2>
      {children}
    </div>
  );
}

/** A link that changes something on the server: never fetched ahead, and always a new page. */
function ActionLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="nofollow" className={buttonClasses("primary", "lg", "w-full sm:w-auto sm:justify-self-start")}>
      {children}
    </a>
  );
}

/** Where the visitor stands, and what they can do about it. */
export function RoomStatus({
  place,
  paths,
  timeZone,
  skew,
}: {
  place: QueueStatus;
  paths: RoomPaths;
  timeZone: string;
  /** How far the server's clock is ahead, in milliseconds. */
  skew: number;
}) {
  const locally = (instant: string) => new Date(Date.parse(instant) - skew).toISOString();
  const inWords = (instant: string) => formatInstant(new Date(instant), timeZone);
  switch (place.state) {
    case "waiting":
      return <WaitingStatus place={place} />;
    case "lobby":
      return (
        <StatusText title="You are in the lobby">
          <p className="text-2xl noscript:hidden">
            Sales open in <Countdown until={locally(place.opensAt)} />
          </p>
          <p className="text-muted text-pretty">
            {`They open on ${inWords(place.opensAt)}. Places are drawn at random then, among everybody who is here: it makes no difference who came first. ${formatGathered(place.gathered)}`}
          </p>
        </StatusText>
      );
    case "admitted":
      return (
        <div className="grid gap-5">
          <StatusText title="It is your turn">
            <p className="text-lg text-pretty">
              <span className="noscript:hidden">
                <Countdown until={locally(place.until)} /> left to reserve.{" "}
              </span>
              <span className="text-muted">{`Reserve by ${inWords(place.until)}; then your turn goes to the next in line.`}</span>
            </p>
          </StatusText>
          <ActionLink href={paths.go}>Choose your tickets</ActionLink>
        </div>
      );
    case "outside":
      return (
        <div className="grid gap-5">
          <StatusText title={place.opensAt ? "The lobby is open" : "There is a queue for these tickets"}>
            <p className="text-muted text-pretty">
              {place.opensAt
                ? `Sales open on ${inWords(place.opensAt)}. Everybody who is in the lobby then gets a random place.`
                : "More people want to come than can choose at once, so everybody is let in one after another."}
            </p>
          </StatusText>
          <ActionLink href={paths.enter}>{place.opensAt ? "Join the lobby" : "Join the queue"}</ActionLink>
        </div>
      );
    case "closed":
      return (
        <div className="grid gap-5">
          <StatusText title={place.isOver ? "Sales have closed" : "Tickets are not on sale yet"}>
            {place.opensAt ? (
              <p className="text-2xl noscript:hidden">
                Sales open in <Countdown until={locally(place.opensAt)} />
              </p>
            ) : null}
            <p className="text-muted text-pretty">
              {place.isOver
                ? "No more tickets are sold for this event, so there is no queue."
                : place.opensAt
                  ? `Sales open on ${inWords(place.opensAt)}. There is no queue until then: come back to the event’s page.`
                  : "It is not known yet when sales open. There is no queue until then."}
            </p>
          </StatusText>
          <ButtonLink href={paths.event as Route} prefetch={false} size="lg" className="sm:justify-self-start">
            Go to the event
          </ButtonLink>
        </div>
      );
    case "early":
      return (
        <StatusText title="It is early yet">
          <p className="text-muted text-pretty">
            {`Sales open on ${inWords(place.opensAt)}. You can gather here from ${LOBBY_MINUTES} minutes before, on ${inWords(place.lobbyAt)}. Coming earlier is no advantage: places are drawn at random when sales open.`}
          </p>
        </StatusText>
      );
    case "used":
    case "over":
      return (
        <div className="grid gap-5">
          <StatusText title={place.state === "used" ? "You have used your turn" : "Your turn has run out"}>
            <p className="text-muted text-pretty">
              {place.state === "used"
                ? "Your tickets are held under My bookings. To choose others, join at the end of the queue."
                : "It was not used in time and has gone to the next in line. You can join again, at the end of the queue."}
            </p>
          </StatusText>
          <div className="flex flex-wrap gap-3">
            <ActionLink href={paths.enterAgain}>Join again</ActionLink>
            {place.state === "used" ? (
              <ButtonLink href="/bookings" prefetch={false} variant="secondary" size="lg">
                My bookings
              </ButtonLink>
            ) : null}
          </div>
        </div>
      );
    case "unsure":
      return (
        <StatusText title="One moment">
          <p className="text-muted">We are looking for your place. It is kept.</p>
        </StatusText>
      );
    default:
      return (
        <div className="grid gap-5">
          <StatusText title="There is no queue">
            <p className="text-muted">Nobody has to wait at the moment. Go straight to the tickets.</p>
          </StatusText>
          <ButtonLink href={paths.event as Route} prefetch={false} size="lg" className="sm:justify-self-start">
            Go to the tickets
          </ButtonLink>
        </div>
      );
  }
}
