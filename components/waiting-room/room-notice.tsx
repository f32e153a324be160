import { buttonClasses } from "@/components/ui/control-classes";
import { type Choice, formatChoice } from "@/lib/booking/choice";
import type { WaitingRoomStage } from "@/lib/events/waiting-room-stage";
import { roomPaths } from "@/lib/waiting-room/paths";
import { roomNotice } from "@/texts/waiting-room";

/** That there is a waiting room before the tickets, and the way in, with what was chosen. */
export function RoomNotice({ slug, stage, choice }: { slug: string; stage: WaitingRoomStage; choice: Choice }) {
  const isLobby = stage === "lobby";
  return (
    <div className="grid gap-3">
      <div>
        <p className="text-xl font-semibold">{isLobby ? roomNotice.theLobbyIsOpen : roomNotice.thereIsQueueForThese}</p>
        <p className="text-muted text-pretty">
          {isLobby ? roomNotice.everybodyWhoIsThereWhen : roomNotice.everybodyIsLetInOne}
        </p>
      </div>
      <a href={roomPaths(slug, formatChoice(choice)).enter} rel="nofollow" className={buttonClasses("primary", "lg")}>
        {isLobby ? roomNotice.joinTheLobby : roomNotice.joinTheQueue}
      </a>
      <p className="text-center text-sm text-muted">{roomNotice.noAccountIsNeededTo}</p>
    </div>
  );
}
