import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError } from "./api-error";
import { answerBank, type Outcome, outcomes, pay } from "./pay";
import { noPage, type PageData, payPage, successUrl } from "./pay-page";
import { readText } from "./read-text";
import type { Store } from "./store";
import { findTestCard } from "./test-cards";

const SLOW_BANK_MS = 2 * 60 * 1000;

function dataOf(store: Store, id: string): PageData | null {
  const session = store.get("sessions", id);
  if (!session) return null;
  return {
    session,
    intent: store.get("intents", String(session.payment_intent)),
    checkout: store.get("checkouts", id),
  };
}

function sendPage(response: ServerResponse, html: string, status = 200) {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(html);
}

const redirect = (response: ServerResponse, location: string) => response.writeHead(303, { location }).end();

const isOutcome = (text: string | null): text is Outcome => outcomes.some((outcome) => outcome === text);

/** `GET` and `POST /pay/:id`: what a buyer sees and presses. */
export async function handlePayPage(store: Store, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", "http://stripe");
  const id = url.pathname.slice("/pay/".length);
  const data = dataOf(store, id);
  if (!data) return sendPage(response, noPage, 404);
  if (request.method !== "POST") return sendPage(response, payPage(data, url.searchParams.get("step")));
  const fields = new URLSearchParams(await readText(request));
  const here = `/pay/${id}`;
  try {
    const answer = fields.get("answer");
    if (answer) {
      answerBank(store, id, answer === "succeeds" ? "succeeds" : "fails");
      await store.commit();
      return redirect(response, here);
    }
    const typed = fields.get("card");
    const card = typed === null ? undefined : findTestCard(typed);
    if (typed !== null && !card) {
      return sendPage(response, payPage(data, null, "Only the test cards below work here."), 422);
    }
    if (card?.outcome === "second-factor") return redirect(response, `${here}?step=second-factor`);
    const outcome = card?.outcome ?? fields.get("outcome");
    if (!isOutcome(outcome)) return redirect(response, here);
    const session = pay(store, id, outcome, { bankAnswersAfterMs: SLOW_BANK_MS });
    await store.commit();
    redirect(response, session.status === "complete" ? successUrl(session) : here);
  } catch (error) {
    // It was paid or closed in another tab: the page says so.
    if (!(error instanceof ApiError)) throw error;
    redirect(response, here);
  }
}
