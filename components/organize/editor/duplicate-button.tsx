import { Copy } from "lucide-react";
import type { ComponentProps } from "react";
import { RedirectForm } from "@/components/forms/redirect-form";
import type { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { duplicateEventAction } from "@/lib/event-editing/actions";
import { duplicateButton } from "@/texts/event-editor";

export function DuplicateButton({
  slug,
  variant = "secondary",
  size = "sm",
}: { slug: string } & Pick<ComponentProps<typeof Button>, "variant" | "size">) {
  return (
    <RedirectForm action={duplicateEventAction}>
      <input type="hidden" name="slug" value={slug} />
      <SubmitButton variant={variant} size={size}>
        <Copy aria-hidden="true" className="size-4" />
        {duplicateButton.submit}
      </SubmitButton>
    </RedirectForm>
  );
}
