import { buttonClasses } from "@/components/ui/control-classes";
import { type Choice, formatChoice } from "@/lib/booking/choice";
import type { WaitingRoomStage } from "@/lib/events/waiting-room-stage";
import { roomPaths } from "@/lib/waiting-room/paths";

/** That there is a waiting room before the tickets, and the way in, with what was chosen. */
export function RoomNotice({ slug, stage, choice }: { slug: string; stage: WaitingRoomStage; choice: Choice }) {
  const isLobby = stage === "lobby";
  return (
    <div className="grid gap-3">
      <div>
        <p className="text-xl font-semibold">{isLobby ? "The lobby is open" : "There is a queue for these tickets"}</p>
        <p className="text-muted text-pretty">
          {isLobby
            ? "Everybody who is there when sales open gets a random place. It makes no difference who comes first."
            : "Everybody is let in one after another. You can choose now, or when it is your turn."}
        </p>
      </div>
      <a href={roomPaths(slug, formatChoice(choice)).enter} rel="nofollow" className={buttonClasses("primary", "lg")}>
        {isLobby ? "Join the lobby" : "Join the queue"}
      </a>
      <p className="text-center text-sm text-muted">No account is needed to wait.</p>
    </div>
  );
}
