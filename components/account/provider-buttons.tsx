"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { providerButtons } from "@/texts/account";

/** Needs scripts, as next-auth starts a provider's sign-in in the browser. */
export function ProviderButtons({
  providers,
  callbackUrl,
}: {
  providers: { id: string; name: string }[];
  callbackUrl: string;
}) {
  const [leaving, setLeaving] = useState<string | null>(null);

  async function leaveFor(id: string) {
    setLeaving(id);
    const { signIn } = await import("next-auth/react");
    await signIn(id, { callbackUrl });
  }

  return (
    <div className="grid gap-3 noscript:hidden">
      {providers.map(({ id, name }) => (
        <Button key={id} variant="secondary" size="lg" pending={leaving === id} onClick={() => leaveFor(id)}>
          {providerButtons.submit(name)}
        </Button>
      ))}
    </div>
  );
}
