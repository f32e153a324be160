"use client";

import { useActionState } from "react";
import { nothing } from "./action";

export default function Page() {
  const [, send] = useActionState(nothing, null);
  return (
    <form action={send}>
      <button type="submit">Nothing</button>
    </form>
  );
}
