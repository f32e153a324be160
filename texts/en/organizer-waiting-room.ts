import { formatNumber } from "./plural";

export const roomCard = {
  title: "Waiting room",
  early: "The lobby opens on {lobby}, and sales on {opening}. Places are drawn at random then.",
  redisDown:
    "The waiting room is unavailable because Redis can’t be reached. Tickets are sold without it in the meantime, and nothing is oversold. The queue continues automatically once Redis is back.",
  lobby: "Places are drawn at random when sales open, on {opening}.",
  stages: {
    lost: "Unavailable",
    early: "Opens later",
    paused: "Paused",
    lobby: "Lobby",
    soldOut: "No tickets left",
    open: "Letting people in",
  },
};

export const roomControls = {
  rate: "Maximum per minute",
  saveRate: "Save",
  resume: "Resume queue",
  pause: "Pause queue",
  hint: "While the queue is paused, nobody new is let in; people who are choosing tickets can finish. People are only let in while seats are left.",
};

export const roomStats = {
  inLobby: "In the lobby",
  waiting: "Waiting",
  choosing: "Choosing tickets",
  reserved: "Reserved",
  perMinute: "Let in per minute",
  letIn: (letIn: number, expired: number) =>
    `${formatNumber(letIn)} let in so far, ${formatNumber(expired)} missed their turn.`,
  wait: (estimate: string) => `Estimated wait for new visitors: ${estimate}.`,
  nobodyLetIn: "Nobody is being let in at the moment.",
};
