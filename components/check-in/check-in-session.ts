import { isEntryGranted } from "@/lib/check-in/decide-scan";
import type { ScanRequest, TicketIdentifier } from "@/lib/check-in/schema";
import type { ScanResponse, TypeCount } from "@/lib/check-in/types";
import { looksLikeOtherLayout } from "@/lib/tickets/code-readings";
import { type CheckInApi, createCheckInApi, type Failure } from "./check-in-api";
import { CheckInStore } from "./check-in-store";
import type { CheckInEvent, RecentScan, StoredTicket } from "./check-in-types";
import { CheckInViewModel } from "./check-in-view-model";
import { clearDeviceData } from "./clear-device-data";
import { decideOffline } from "./decide-offline";
import { findLocalConflicts, sendSteps } from "./send-steps";

const POLL_MS = 4_000;
const HIDDEN_POLL_MS = 30_000;

/**
 * One event's door on this device: asks the server about every scan while there is one to ask, decides by the list it
 * keeps while there is none, and tells the server afterwards.
 */
export class CheckInSession {
  readonly #screen: CheckInViewModel;
  #api: CheckInApi;
  #book: CheckInStore;
  #etag: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #polling: Promise<void> | null = null;
  #sending: Promise<void> | null = null;
  #work: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(
    private readonly event: CheckInEvent,
    counts: TypeCount[],
    private readonly device: () => string,
  ) {
    this.#api = createCheckInApi(event.slug);
    this.#book = new CheckInStore(event.slug);
    this.#screen = new CheckInViewModel(counts);
  }

  readonly getState = () => this.#screen.state;

  readonly subscribe = (listener: () => void) => this.#screen.subscribe(listener);

  /** Reads what the device kept and keeps up with the server from then on. Returns how to stop. */
  start(): () => void {
    this.#isStopped = false;
    void this.#open().then(() => this.poll());
    return () => {
      this.#isStopped = true;
      clearTimeout(this.#timer);
      this.#book.close();
    };
  }

  /** Asks the server what is new, and sends what waits. */
  poll(): Promise<void> {
    if (this.#isStopped || this.#screen.state.access !== "allowed") return Promise.resolve();
    clearTimeout(this.#timer);
    this.#polling ??= this.#poll().finally(() => {
      this.#polling = null;
      if (this.#isStopped || this.#screen.state.access !== "allowed") return;
      const rests = document.hidden && this.#screen.state.pendingCount === 0;
      this.#timer = setTimeout(() => void this.poll(), rests ? HIDDEN_POLL_MS : POLL_MS);
    });
    return this.#polling;
  }

  /** The browser noticed that the network is gone, before a request did. */
  markOffline() {
    this.#screen.update({ isConnected: false });
  }

  /** One after the other, as fast as they come. */
  scan(ticket: TicketIdentifier, { anyDay = false }: { anyDay?: boolean } = {}): Promise<void> {
    return this.#inTurn(() => this.#scan(ticket, anyDay));
  }

  /**
   * Several that came at once, as before one camera: each is decided, and what came of all of them is shown together;
   * with what came of others a moment ago, which may have been the same people.
   */
  async scanAll(texts: string[]): Promise<void> {
    await Promise.all(
      texts.map((text, at) => this.#inTurn(() => this.#scan({ text }, false, at > 0 || this.#screen.hasJustShown()))),
    );
  }

  undo(scan: RecentScan): Promise<void> {
    return this.#inTurn(() => this.#undo(scan));
  }

  dismiss() {
    this.#screen.update({ results: [] });
  }

  /** Somebody has looked at it: it is gone for everybody. */
  async resolveConflict(conflictId: string) {
    const answer = await this.#api.settle(conflictId);
    if (!answer.ok) return this.#fail(answer);
    this.#screen.update({ conflicts: this.#screen.state.conflicts.filter(({ id }) => id !== conflictId) });
  }

  async resolveLocalConflict(conflictId: string) {
    this.#screen.update({ localConflicts: this.#screen.state.localConflicts.filter(({ id }) => id !== conflictId) });
    await this.#book.removeConflict(conflictId);
  }

  /** Those on this device; the same array until one of them changes. */
  listTickets(): readonly StoredTicket[] {
    return this.#book.listTickets();
  }

  ticketTypeName(code: string | null): string {
    return this.#book.manifest?.types.find((type) => type.code === code)?.name ?? "";
  }

  async #inTurn(run: () => Promise<void>): Promise<void> {
    const turn = this.#work.then(async () => {
      if (this.#screen.state.access !== "allowed") return;
      this.#screen.update({ isBusy: true });
      try {
        await run();
      } finally {
        this.#screen.update({ isBusy: false });
      }
    });
    // One that failed, such as on a full disk, must not keep the next ones waiting for ever.
    this.#work = turn.catch(() => {});
    await turn;
  }

  async #open() {
    // Signed out in another tab, or without this page noticing.
    if (!/(?:^|; )quorix-signed-in=/.test(document.cookie)) return this.#lose("SIGNED_OUT");
    const { recent, conflicts } = await this.#book.open(() => this.#screen.update({ access: "signed_out" }));
    this.#screen.update({
      recent,
      localConflicts: conflicts,
      manifest: this.#book.manifestSummary(),
      isReady: true,
      isConnected: navigator.onLine,
    });
    await this.#countWaiting();
  }

  async #poll(): Promise<void> {
    const answer = await this.#api.counters(this.#etag);
    if (!answer.ok) return this.#fail(answer);
    this.#screen.update({ isConnected: true });
    if (this.#screen.state.pendingCount > 0) {
      if (!(await this.#send())) return;
      // What was just sent is in no count yet.
      if (this.#screen.state.pendingCount === 0) return this.#poll();
    }
    if (answer.body) {
      this.#screen.update({ counts: answer.body.types, conflicts: answer.body.conflicts ?? [] });
      if (this.#book.manifest?.version !== answer.body.version || this.#etag !== null) await this.#refreshList();
    }
    this.#etag = answer.etag;
  }

  async #refreshList(): Promise<void> {
    const answer = await this.#api.list(this.#book.manifest?.version ?? null);
    if (!answer.ok) return this.#fail(answer);
    if (!answer.body) return;
    if (this.#book.manifest && this.#book.manifest.viewer !== answer.body.viewer) {
      // Somebody else signed in on this device.
      this.#book.manifest = null;
      this.#screen.update({ recent: [], localConflicts: [] });
      return this.#refreshList();
    }
    await this.#book.saveManifest(answer.body);
    this.#screen.update({ manifest: this.#book.manifestSummary() });
    await this.#countWaiting();
  }

  async #scan(ticket: TicketIdentifier, anyDay: boolean, isTogether = false) {
    this.#screen.isGrouping = isTogether;
    const request: ScanRequest = { id: crypto.randomUUID(), ticket, device: this.device(), anyDay };
    const at = Date.now();
    if (this.#screen.state.isConnected && (this.#screen.state.pendingCount === 0 || (await this.#send()))) {
      const answer = await this.#api.scan(request, { canDecide: this.#book.manifest !== null });
      if (answer.ok) return this.#answered(answer.body, ticket, at);
      if (answer.code === "INVALID") return this.#screen.show({ ...request, outcome: "unknown", isOffline: false, at });
      await this.#fail(answer);
      if (answer.code !== "UNREACHABLE") return;
    }
    await this.#scanHere(request, at);
  }

  async #answered(answer: ScanResponse, ticket: TicketIdentifier, at: number) {
    const { id, outcome, admission, before, otherEvent, isOtherLayout } = answer;
    const told = { admission, before, otherEvent, isOtherLayout };
    this.#screen.show({ id, outcome, ticket, ...answer.ticket, ...told, isOffline: false, at });
    if (!answer.ticket) return;
    await this.#book.saveAdmission(answer.ticket.fingerprint, admission);
    if (outcome === "admitted") await this.#remember({ id, at, ...answer.ticket });
    void this.poll();
  }

  /** Decides without the server, and has it told later whom this device let in. */
  async #scanHere(request: ScanRequest, at: number) {
    const known = { event: this.event, list: this.#book.manifest, tickets: this.#book.tickets };
    const { outcome, fingerprint, ticket } = await decideOffline(request.ticket, known, {
      anyDay: request.anyDay,
      at: new Date(at),
    });
    const typeName = this.ticketTypeName(ticket?.type ?? null);
    const { holderName = "", admission } = ticket ?? {};
    const isOtherLayout = "text" in request.ticket && !ticket && looksLikeOtherLayout(request.ticket.text);
    const verdict = { ...request, outcome, at, isOtherLayout, isOffline: true };
    if (outcome === "no_list" || !isEntryGranted(outcome) || !fingerprint) {
      return this.#screen.show({ ...verdict, holderName, typeName, admission });
    }
    const here = { at: new Date(at).toISOString(), by: null, device: request.device };
    // What is on the list is named by its fingerprint: no code of a ticket stays on the device.
    const named = ticket ? { fingerprint } : request.ticket;
    await this.#book.enqueue({ kind: "scan", ...request, ticket: named, at: here.at });
    await this.#book.saveAdmission(fingerprint, here, { isNew: true });
    this.#screen.adjustCount(ticket?.type, 1);
    await this.#remember({ id: request.id, at, fingerprint, holderName, typeName });
    await this.#countWaiting();
    this.#screen.show({ ...verdict, holderName, typeName, admission: here, before: admission });
  }

  async #undo(scan: RecentScan) {
    const request = { id: crypto.randomUUID(), scanId: scan.id, device: this.device() };
    const canAsk = this.#screen.state.isConnected && (this.#screen.state.pendingCount === 0 || (await this.#send()));
    const answer: Failure | { ok: true } = canAsk ? await this.#api.undo(request) : { ok: false, code: "UNREACHABLE" };
    if (!answer.ok) {
      await this.#fail(answer);
      if (answer.code !== "UNREACHABLE" || !this.#book.manifest) return;
      await this.#book.enqueue({ kind: "undo", ...request, at: new Date().toISOString() });
      this.#screen.adjustCount(this.#book.tickets.get(scan.fingerprint)?.type, -1);
      await this.#countWaiting();
    }
    await this.#book.saveAdmission(scan.fingerprint, undefined);
    await this.#remember({ ...scan, isUndone: true });
    this.#screen.update({ results: this.#screen.state.results.filter(({ id }) => id !== scan.id) });
    void this.poll();
  }

  /** Sends what waits, oldest first. False where that has to wait longer. */
  async #send(): Promise<boolean> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    await this.#sending;
    return this.#screen.state.isConnected && this.#screen.state.access === "allowed";
  }

  async #sendAll() {
    const { own } = await this.#book.listPending();
    const failure = await sendSteps(this.#api, own, async (sent, answers) => {
      const conflicts = findLocalConflicts(this.event.slug, own, sent, answers, this.#screen.state.recent);
      for (const conflict of conflicts) await this.#book.saveConflict(conflict);
      await this.#book.dequeue(sent);
      this.#screen.update({ localConflicts: [...this.#screen.state.localConflicts, ...conflicts] });
      await this.#countWaiting();
    });
    if (failure) await this.#fail(failure);
    else this.#etag = null;
  }

  async #countWaiting() {
    const { own, others } = await this.#book.listPending();
    this.#screen.update({ pendingCount: own.length, otherPendingCount: others });
  }

  async #remember(scan: Omit<RecentScan, "list" | "isUndone"> & { isUndone?: boolean }) {
    const kept: RecentScan = { isUndone: false, ...scan, list: this.event.slug };
    const others = this.#screen.state.recent.filter(({ id }) => id !== kept.id);
    this.#screen.update({ recent: [kept, ...others].sort((a, b) => b.at - a.at).slice(0, 20) });
    await this.#book.saveRecent(kept);
  }

  async #fail({ code }: Failure) {
    if (code === "UNREACHABLE") this.#screen.update({ isConnected: false });
    else if (code !== "INVALID") await this.#lose(code);
  }

  /** Whoever may not be here keeps nothing of it. */
  async #lose(code: "SIGNED_OUT" | "REFUSED") {
    this.#book.close();
    const access = code === "REFUSED" ? "refused" : "signed_out";
    this.#screen.update({
      isReady: true,
      access,
      manifest: null,
      recent: [],
      conflicts: [],
      localConflicts: [],
      results: [],
    });
    await clearDeviceData();
  }
}
