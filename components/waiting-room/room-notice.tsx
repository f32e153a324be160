import { buttonClasses } from "@/components/ui/control-classes";
import { type Choice, formatChoice } from "@/lib/booking/choice";
import type { WaitingRoomStage } from "@/lib/events/waiting-room-stage";
import { roomPaths } from "@/lib/waiting-room/paths";
import { roomNotice } from "@/texts/waiting-room";

/** Announces the waiting room and links into it with the chosen tickets. */
export function RoomNotice({ slug, stage, choice }: { slug: string; stage: WaitingRoomStage; choice: Choice }) {
  const { title, text, join } = stage === "lobby" ? roomNotice.lobby : roomNotice.queue;
  return (
    <div className="grid gap-3">
      <div>
        <p className="text-xl font-semibold">{title}</p>
        <p className="text-muted text-pretty">{text}</p>
      </div>
      <a href={roomPaths(slug, formatChoice(choice)).enter} rel="nofollow" className={buttonClasses("primary", "lg")}>
        {join}
      </a>
      <p className="text-center text-sm text-muted">{roomNotice.noAccount}</p>
    </div>
  );
}
