import type { Route } from "next";
import type { ReactNode } from "react";
import { DateTime } from "@/components/time/date-time";
import { ButtonLink } from "@/components/ui/button";
import { buttonClasses } from "@/components/ui/control-classes";
import { Countdown } from "@/components/ui/countdown";
import { RichText } from "@/components/ui/rich-text";
import { LOBBY_MINUTES } from "@/lib/events/waiting-room-stage";
import type { roomPaths } from "@/lib/waiting-room/paths";
import type { QueueStatus } from "@/lib/waiting-room/queue-status";
import { roomStatus } from "@/texts/waiting-room";
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

function OpeningCountdown({ until }: { until: string }) {
  return (
    <p className="text-2xl noscript:hidden">
      <RichText text={roomStatus.opensIn} values={{ time: <Countdown until={until} /> }} />
    </p>
  );
}

/** A link that changes state on the server: never prefetched, and always a full page load. */
function ActionLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} rel="nofollow" className={buttonClasses("primary", "lg", "w-full sm:w-auto sm:justify-self-start")}>
      {children}
    </a>
  );
}

/** Where the visitor stands, and the next step. */
export function RoomStatus({
  status,
  paths,
  timeZone,
  skew,
}: {
  status: QueueStatus;
  paths: RoomPaths;
  timeZone: string;
  /** How far the server's clock is ahead, in milliseconds. */
  skew: number;
}) {
  const toLocalClock = (instant: string) => new Date(Date.parse(instant) - skew).toISOString();
  const date = (instant: string) => <DateTime start={new Date(instant)} timeZone={timeZone} />;
  switch (status.state) {
    case "waiting":
      return <WaitingStatus status={status} />;
    case "lobby":
      return (
        <StatusText title={roomStatus.lobby.title}>
          <OpeningCountdown until={toLocalClock(status.opensAt)} />
          <p className="text-muted text-pretty">
            <RichText text={roomStatus.lobby.text} values={{ opening: date(status.opensAt) }} />{" "}
            <span>{roomStatus.lobby.gathered(status.gathered)}</span>
          </p>
        </StatusText>
      );
    case "admitted":
      return (
        <div className="grid gap-5">
          <StatusText title={roomStatus.admitted.title}>
            <p className="text-lg text-pretty">
              <span className="noscript:hidden">
                <RichText
                  text={roomStatus.admitted.timeLeft}
                  values={{ time: <Countdown until={toLocalClock(status.until)} /> }}
                />{" "}
              </span>
              <span className="text-muted">
                <RichText text={roomStatus.admitted.until} values={{ until: date(status.until) }} />
              </span>
            </p>
          </StatusText>
          <ActionLink href={paths.go}>{roomStatus.admitted.chooseTickets}</ActionLink>
        </div>
      );
    case "outside": {
      const { title, text, join } = status.opensAt ? roomStatus.lobbyOpen : roomStatus.queueOpen;
      return (
        <div className="grid gap-5">
          <StatusText title={title}>
            <p className="text-muted text-pretty">
              <RichText text={text} values={{ opening: status.opensAt ? date(status.opensAt) : null }} />
            </p>
          </StatusText>
          <ActionLink href={paths.enter}>{join}</ActionLink>
        </div>
      );
    }
    case "closed":
      return (
        <div className="grid gap-5">
          <ClosedStatus isOver={status.isOver} opensAt={status.opensAt} date={date} toLocalClock={toLocalClock} />
          <ButtonLink href={paths.event as Route} prefetch={false} size="lg" className="sm:justify-self-start">
            {roomStatus.goToEvent}
          </ButtonLink>
        </div>
      );
    case "early":
      return (
        <StatusText title={roomStatus.early.title}>
          <p className="text-muted text-pretty">
            <RichText
              text={roomStatus.early.text(LOBBY_MINUTES)}
              values={{ opening: date(status.opensAt), lobbyOpening: date(status.lobbyAt) }}
            />
          </p>
        </StatusText>
      );
    case "used":
    case "over": {
      const { title, text } = status.state === "used" ? roomStatus.used : roomStatus.expired;
      return (
        <div className="grid gap-5">
          <StatusText title={title}>
            <p className="text-muted text-pretty">{text}</p>
          </StatusText>
          <div className="flex flex-wrap gap-3">
            <ActionLink href={paths.enterAgain}>{roomStatus.joinAgain}</ActionLink>
            {status.state === "used" ? (
              <ButtonLink href="/bookings" prefetch={false} variant="secondary" size="lg">
                {roomStatus.myBookings}
              </ButtonLink>
            ) : null}
          </div>
        </div>
      );
    }
    case "unsure":
      return (
        <StatusText title={roomStatus.unsure.title}>
          <p className="text-muted">{roomStatus.unsure.text}</p>
        </StatusText>
      );
    default:
      return (
        <div className="grid gap-5">
          <StatusText title={roomStatus.none.title}>
            <p className="text-muted">{roomStatus.none.text}</p>
          </StatusText>
          <ButtonLink href={paths.event as Route} prefetch={false} size="lg" className="sm:justify-self-start">
            {roomStatus.none.goToTickets}
          </ButtonLink>
        </div>
      );
  }
}

function ClosedStatus({
  isOver,
  opensAt,
  date,
  toLocalClock,
}: {
  isOver: boolean;
  opensAt: string | null;
  date: (instant: string) => ReactNode;
  toLocalClock: (instant: string) => string;
}) {
  if (isOver) {
    return (
      <StatusText title={roomStatus.salesClosed.title}>
        <p className="text-muted text-pretty">{roomStatus.salesClosed.text}</p>
      </StatusText>
    );
  }
  const { title, text, textWithoutDate } = roomStatus.notYet;
  return (
    <StatusText title={title}>
      {opensAt ? <OpeningCountdown until={toLocalClock(opensAt)} /> : null}
      <p className="text-muted text-pretty">
        {opensAt ? <RichText text={text} values={{ opening: date(opensAt) }} /> : <span>{textWithoutDate}</span>}
      </p>
    </StatusText>
  );
}
