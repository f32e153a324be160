export const roomCard = {
  waitingRoom: "Waiting room",
  theLobbyOpensOnAnd: (lobbyAt: string, opensAt: string) =>
    `The lobby opens on ${lobbyAt}, and sales on ${opensAt}. Places are drawn at random then.`,
  redisCannotBeReachedSo:
    "Redis cannot be reached, so nobody has to wait: tickets are sold as they are without a waiting room. Nothing is oversold by it. The queue goes on by itself when Redis is back.",
  placesAreDrawnAtRandom: (opensAt: string) => `Places are drawn at random when sales open, on ${opensAt}.`,
  notInUse: "Not in use",
  opensLater: "Opens later",
  paused: "Paused",
  lobby: "Lobby",
  nothingLeft: "Nothing left",
  lettingIn: "Letting in",
};

export const roomControls = {
  atMostPerMinute: "At most per minute",
  change: "Change",
  goOn: "Go on",
  pauseTheQueue: "Pause the queue",
  pausedNobodyNewIsLet:
    "Paused, nobody new is let in; whoever is choosing can finish. Never more are let in than seats are left.",
};

export const roomStats = {
  inTheLobby: "In the lobby",
  waiting: "Waiting",
  choosing: "Choosing",
  reserved: "Reserved",
  letInPerMinute: "Let in per minute",
};
