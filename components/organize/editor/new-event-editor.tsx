"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";
import { EventEditor } from "./event-editor";
import { NEW_EVENT_PATH } from "./use-draft";

type Props = Omit<ComponentProps<typeof EventEditor>, "mode" | "types" | "showMissing" | "onMade">;

/**
 * The editor of an event that does not exist yet. The router keeps this page in the document after a navigation: when
 * the organizer comes back for another new event, the form starts empty again.
 */
export function NewEventEditor({ newKey, ...rest }: Props) {
  const [round, setRound] = useState({ number: 0, key: newKey });
  const isMade = useRef(false);

  useEffect(() => {
    if (!isMade.current || location.pathname !== NEW_EVENT_PATH) return;
    isMade.current = false;
    setRound(({ number }) => ({ number: number + 1, key: crypto.randomUUID() }));
  }, []);

  return (
    <EventEditor
      {...rest}
      key={round.number}
      mode="draft"
      newKey={round.key}
      types={[]}
      showMissing={false}
      onMade={() => {
        isMade.current = true;
      }}
    />
  );
}
