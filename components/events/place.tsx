import { Fragment } from "react";

/** Venue, street and city, each in its own script. Many addresses contain the city already. */
export function Place({ venue, address, city }: { venue?: string; address?: string; city: string }) {
  const parts = Object.entries({ venue, address, city: address?.includes(city) ? null : city });
  return parts
    .filter(([, part]) => part)
    .map(([name, part], at) => (
      <Fragment key={name}>
        {at > 0 ? <span>{", "}</span> : null}
        <bdi>{part}</bdi>
      </Fragment>
    ));
}
