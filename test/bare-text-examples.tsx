import type { ReactNode } from "react";

// Code that components/bare-text.test.ts reports, and below code that it accepts.

export function Counted({ count }: { count: number }) {
  return <p>{count} seats</p>;
}

export function Busy({ isBusy }: { isBusy: boolean }) {
  return (
    <p>
      {isBusy ? <b>…</b> : null}
      Send
    </p>
  );
}

export function Slot({ isBusy, children }: { isBusy: boolean; children: ReactNode }) {
  return (
    <p>
      {isBusy && <b>…</b>}
      {children}
    </p>
  );
}

export function Either({ name }: { name: string | null }) {
  return (
    <div>
      <b>For</b>
      {name ? <b>{name}</b> : "anybody"}
    </div>
  );
}

export function Maybe({ name }: { name: string | null }) {
  return name ? <b>{name}</b> : null;
}

export function AfterMaybe({ name }: { name: string | null }) {
  return (
    <div>
      <Maybe name={name} /> comes
    </div>
  );
}

export function Pieces({ name }: { name: string | null }) {
  return <div>{name === null ? null : <>by the team</>}</div>;
}

export function Text({ name }: { name: string }) {
  return name;
}

export function Fine({ count, isBusy, children }: { count: number; isBusy: boolean; children: ReactNode }) {
  return (
    <section>
      <p>{`${count} seats`}</p>
      <p>
        Read the <b>terms</b> first
      </p>
      <p>
        {isBusy ? <b>…</b> : null}
        <span>Send</span>
      </p>
      <p>{isBusy ? <b>…</b> : "Send"}</p>
      <Slot isBusy={isBusy}>
        <b>For</b> {children}
      </Slot>
    </section>
  );
}
