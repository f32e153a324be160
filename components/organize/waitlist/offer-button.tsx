"use client";

import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RichText } from "@/components/ui/rich-text";
import { offerButton } from "@/texts/organizer-waitlist";
import { OfferForm } from "./offer-form";

type Props = Omit<ComponentProps<typeof OfferForm>, "onDone"> & { name: string };

export function OfferButton({ name, ...offer }: Props) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="secondary" size="sm" aria-label={offerButton.label(name)} onClick={() => setOpen(true)}>
        {offerButton.open}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={
          <RichText
            text={offerButton.title}
            values={{
              name: (
                <bdi translate="no" className="wrap-anywhere">
                  {name}
                </bdi>
              ),
            }}
          />
        }
      >
        <OfferForm {...offer} onDone={close} />
      </Dialog>
    </>
  );
}
