import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/control-classes";
import { Countdown } from "@/components/ui/countdown";
import { LOBBY_MINUTES } from "@/lib/events/waiting-room-stage";
import { formatInstant } from "@/lib/time/format";
import type { roomPaths } from "@/lib/waiting-room/paths";
import type { QueueStatus } from "@/lib/waiting-room/queue-status";
import { roomStatus } from "@/texts/waiting-room";
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
        <StatusText title={roomStatus.youAreInTheLobby}>
          <p className="text-2xl noscript:hidden">
            {roomStatus.salesOpenIn}
            <Countdown until={locally(place.opensAt)} />
          </p>
          <p className="text-muted text-pretty">
            {roomStatus.theyOpenOnPlacesAre(inWords(place.opensAt), formatGathered(place.gathered))}
          </p>
        </StatusText>
      );
    case "admitted":
      return (
        <div className="grid gap-5">
          <StatusText title={roomStatus.itIsYourTurn}>
            <p className="text-lg text-pretty">
              <span className="noscript:hidden">
                <Countdown until={locally(place.until)} />
                {roomStatus.leftToReserve}{" "}
              </span>
              <span className="text-muted">{roomStatus.reserveByThenYourTurn(inWords(place.until))}</span>
            </p>
          </StatusText>
          <ActionLink href={paths.go}>{roomStatus.chooseYourTickets}</ActionLink>
        </div>
      );
    case "outside":
      return (
        <div className="grid gap-5">
          <StatusText title={place.opensAt ? roomStatus.theLobbyIsOpen : roomStatus.thereIsQueueForThese}>
            <p className="text-muted text-pretty">
              {place.opensAt
                ? roomStatus.salesOpenOnEverybodyWho(inWords(place.opensAt))
                : roomStatus.morePeopleWantToCome}
            </p>
          </StatusText>
          <ActionLink href={paths.enter}>
            {place.opensAt ? roomStatus.joinTheLobby : roomStatus.joinTheQueue}
          </ActionLink>
        </div>
      );
    case "closed":
      return (
        <div className="grid gap-5">
          <StatusText title={place.isOver ? roomStatus.salesHaveClosed : roomStatus.ticketsAreNotOnSale}>
            {place.opensAt ? (
              <p className="text-2xl noscript:hidden">
                {roomStatus.salesOpenIn}
                <Countdown until={locally(place.opensAt)} />
              </p>
            ) : null}
            <p className="text-muted text-pretty">
              {place.isOver
                ? roomStatus.noMoreTicketsAreSold
                : place.opensAt
                  ? roomStatus.salesOpenOnThereIs(inWords(place.opensAt))
                  : roomStatus.itIsNotKnownYet}
            </p>
          </StatusText>
          <ButtonLink href={paths.event as Route} prefetch={false} size="lg" className="sm:justify-self-start">
            {roomStatus.goToTheEvent}
          </ButtonLink>
        </div>
      );
    case "early":
      return (
        <StatusText title={roomStatus.itIsEarlyYet}>
          <p className="text-muted text-pretty">
            {roomStatus.salesOpenOnYouCan(inWords(place.opensAt), LOBBY_MINUTES, inWords(place.lobbyAt))}
          </p>
        </StatusText>
      );
    case "used":
    case "over":
      return (
        <div className="grid gap-5">
          <StatusText title={place.state === "used" ? roomStatus.youHaveUsedYourTurn : roomStatus.yourTurnHasRunOut}>
            <p className="text-muted text-pretty">
              {place.state === "used" ? roomStatus.yourTicketsAreHeldUnder : roomStatus.itWasNotUsedIn}
            </p>
          </StatusText>
          <div className="flex flex-wrap gap-3">
            <ActionLink href={paths.enterAgain}>{roomStatus.joinAgain}</ActionLink>
            {place.state === "used" ? (
              <ButtonLink href="/bookings" prefetch={false} variant="secondary" size="lg">
                {roomStatus.myBookings}
              </ButtonLink>
            ) : null}
          </div>
        </div>
      );
    case "unsure":
      return (
        <StatusText title={roomStatus.oneMoment}>
          <p className="text-muted">{roomStatus.weAreLookingForYour}</p>
        </StatusText>
      );
    default:
      return (
        <div className="grid gap-5">
          <StatusText title={roomStatus.thereIsNoQueue}>
            <p className="text-muted">{roomStatus.nobodyHasToWaitAt}</p>
          </StatusText>
          <ButtonLink href={paths.event as Route} prefetch={false} size="lg" className="sm:justify-self-start">
            {roomStatus.goToTheTickets}
          </ButtonLink>
        </div>
      );
  }
}
