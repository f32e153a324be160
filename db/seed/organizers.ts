export const organizers = [
  {
    slug: "lantern-row",
    name: "Lantern Row",
    city: "Lisbon",
    website: "https://lanternrow.example",
    about: `We put on concerts in rooms that were built for something else: a ropeworks, a boiler room, an observatory. Around eighty nights a year, in ten cities, most of them for fewer than three hundred people.

What you can count on:

- the music starts at the time on the ticket, give or take ten minutes
- step-free entry, or we say so plainly before you buy
- a concession price at every show, and nobody asks for proof

Questions about access, lost scarves or a set time: [hello@lanternrow.example](mailto:hello@lanternrow.example).`,
  },
  {
    slug: "copper-ladle",
    name: "Copper Ladle",
    city: "Copenhagen",
    website: "https://copperladle.example",
    about: `Copper Ladle began as one long table in a boat shed and a pot that was slightly too big. We still cook for strangers who would like to sit together, and we now run markets, tastings and cooking schools with people we have known for years.

Every menu has a full vegetarian version. Tell us about allergies when you book and we cook around them; what we cannot do safely, we say in advance.

A tenth of what we take on every paid supper goes to the food bank nearest to the table.`,
  },
  {
    slug: "視差の家-parallax-house",
    name: "視差の家 Parallax House",
    city: "Kyoto",
    website: "https://parallaxhouse.example",
    about: `Parallax House shows films, hangs pictures and teaches people to make things with their hands. We have no building of our own. We borrow courtyards, machiya, print shops and cinemas with one screen, and give them back tidier than we found them.

Our programme is chosen by six people who rarely agree. If you would like to be the seventh for a season, write to [programme@parallaxhouse.example](mailto:programme@parallaxhouse.example).`,
  },
  {
    slug: "ninefold",
    name: "Ninefold",
    city: "London",
    website: "https://ninefold.example",
    about: `Ninefold is a society for the practically curious. We run evenings on software, small conferences, civic hack days, and, because nobody thinks well sitting down all week, walks, swims and runs.

Three rules hold at everything we do:

- beginners are guests, not an afterthought
- no sales pitches from the stage
- we finish on time

Most of our evenings are free. The conferences pay for them.`,
  },
] as const;

export type OrganizerSlug = (typeof organizers)[number]["slug"];
