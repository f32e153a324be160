"use client";

import { SignInLink } from "./sign-in-link";
import { useMe } from "./use-me";
import { ViewerMenu } from "./viewer-menu";

/** The header is static, so it shows "Sign in" until the user is known. */
export function UserMenu() {
  const me = useMe();
  return (
    <div className="flex min-w-20 justify-end">
      {me === null ? <SignInLink /> : <ViewerMenu name={me?.name ?? null} isSuperuser={me?.isSuperuser} />}
    </div>
  );
}
