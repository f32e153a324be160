import type Stripe from "stripe";
import { missing, refused } from "./api-error";
import { emit } from "./events";
import { intentOf } from "./intents";
import { newDispute } from "./new-money";
import type { Store } from "./store";

/** The buyer's bank asks for the money back. */
export function openDispute(store: Store, intentId: string, reason = "fraudulent"): Stripe.Dispute {
  const charge = store.get("charges", String(intentOf(store, intentId).latest_charge));
  if (!charge?.captured) throw refused("Only a captured payment can be disputed.");
  const dispute = newDispute(charge, reason);
  store.put("disputes", dispute.id, dispute);
  store.put("charges", charge.id, { ...charge, disputed: true });
  emit(store, "charge.dispute.created", dispute);
  return dispute;
}

export function disputeOf(store: Store, id: string): Stripe.Dispute {
  const dispute = store.get("disputes", id);
  if (!dispute) throw missing("dispute", id);
  return dispute;
}

export type DisputeStatus = "under_review" | "won" | "lost";

export function moveDispute(store: Store, id: string, status: DisputeStatus): Stripe.Dispute {
  const moved = { ...disputeOf(store, id), status };
  store.put("disputes", id, moved);
  emit(store, status === "under_review" ? "charge.dispute.updated" : "charge.dispute.closed", moved);
  return moved;
}
