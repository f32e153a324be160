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
 * One event's check-in on this device. Online, the server decides every scan; offline, this device decides by its list
 * and sends its scans later.
 */
export class CheckInSession {
  readonly #viewModel: CheckInViewModel;
  #api: CheckInApi;
  #store: CheckInStore;
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
    this.#store = new CheckInStore(event.slug);
    this.#viewModel = new CheckInViewModel(counts);
  }

  readonly getState = () => this.#viewModel.state;

  readonly subscribe = (listener: () => void) => this.#viewModel.subscribe(listener);

  /** Loads the stored data and starts polling. Returns a function that stops it. */
  start(): () => void {
    this.#isStopped = false;
    void this.#open().then(() => this.poll());
    return () => {
      this.#isStopped = true;
      clearTimeout(this.#timer);
      this.#store.close();
    };
  }

  /** Fetches changes, and sends pending steps. */
  poll(): Promise<void> {
    if (this.#isStopped || this.#viewModel.state.access !== "allowed") return Promise.resolve();
    clearTimeout(this.#timer);
    this.#polling ??= this.#poll().finally(() => {
      this.#polling = null;
      if (this.#isStopped || this.#viewModel.state.access !== "allowed") return;
      const isIdle = document.hidden && this.#viewModel.state.pendingCount === 0;
      this.#timer = setTimeout(() => void this.poll(), isIdle ? HIDDEN_POLL_MS : POLL_MS);
    });
    return this.#polling;
  }

  /** For the browser's offline event, which comes before a request fails. */
  markOffline() {
    this.#viewModel.update({ isConnected: false });
  }

  /** Scans run one at a time, in order. */
  scan(ticket: TicketIdentifier, { anyDay = false }: { anyDay?: boolean } = {}): Promise<void> {
    return this.#enqueue(() => this.#scan(ticket, anyDay));
  }

  /**
   * Decides several tickets that were scanned at once, such as before one camera. Their results are shown together, also
   * with those of a moment ago.
   */
  async scanAll(texts: string[]): Promise<void> {
    await Promise.all(
      texts.map((text, at) =>
        this.#enqueue(() => this.#scan({ text }, false, at > 0 || this.#viewModel.hasJustShown())),
      ),
    );
  }

  undo(scan: RecentScan): Promise<void> {
    return this.#enqueue(() => this.#undo(scan));
  }

  dismiss() {
    this.#viewModel.update({ results: [] });
  }

  /** Marks a conflict as reviewed for the whole team. */
  async resolveConflict(conflictId: string) {
    const answer = await this.#api.settle(conflictId);
    if (!answer.ok) return this.#fail(answer);
    this.#viewModel.update({ conflicts: this.#viewModel.state.conflicts.filter(({ id }) => id !== conflictId) });
  }

  async resolveLocalConflict(conflictId: string) {
    this.#viewModel.update({
      localConflicts: this.#viewModel.state.localConflicts.filter(({ id }) => id !== conflictId),
    });
    await this.#store.removeConflict(conflictId);
  }

  /** The tickets on this device; the same array until one of them changes. */
  listTickets(): readonly StoredTicket[] {
    return this.#store.listTickets();
  }

  ticketTypeName(code: string | null): string {
    return this.#store.manifest?.types.find((type) => type.code === code)?.name ?? "";
  }

  async #enqueue(run: () => Promise<void>): Promise<void> {
    const result = this.#work.then(async () => {
      if (this.#viewModel.state.access !== "allowed") return;
      this.#viewModel.update({ isBusy: true });
      try {
        await run();
      } finally {
        this.#viewModel.update({ isBusy: false });
      }
    });
    // A failure, such as a full disk, must not block the scans behind it.
    this.#work = result.catch(() => {});
    await result;
  }

  async #open() {
    // Signed out in another tab.
    if (!/(?:^|; )quorix-signed-in=/.test(document.cookie)) return this.#loseAccess("SIGNED_OUT");
    const { recent, conflicts } = await this.#store.open(() => this.#viewModel.update({ access: "signed_out" }));
    this.#viewModel.update({
      recent,
      localConflicts: conflicts,
      manifest: this.#store.manifestSummary(),
      isReady: true,
      isConnected: navigator.onLine,
    });
    await this.#countPending();
  }

  async #poll(): Promise<void> {
    const answer = await this.#api.counters(this.#etag);
    if (!answer.ok) return this.#fail(answer);
    this.#viewModel.update({ isConnected: true });
    if (this.#viewModel.state.pendingCount > 0) {
      if (!(await this.#send())) return;
      // These counters are from before the steps were sent.
      if (this.#viewModel.state.pendingCount === 0) return this.#poll();
    }
    if (answer.body) {
      this.#viewModel.update({ counts: answer.body.types, conflicts: answer.body.conflicts ?? [] });
      if (this.#store.manifest?.version !== answer.body.version || this.#etag !== null) await this.#refreshList();
    }
    this.#etag = answer.etag;
  }

  async #refreshList(): Promise<void> {
    const answer = await this.#api.list(this.#store.manifest?.version ?? null);
    if (!answer.ok) return this.#fail(answer);
    if (!answer.body) return;
    if (this.#store.manifest && this.#store.manifest.viewer !== answer.body.viewer) {
      // Another user has signed in on this device.
      this.#store.manifest = null;
      this.#viewModel.update({ recent: [], localConflicts: [] });
      return this.#refreshList();
    }
    await this.#store.saveManifest(answer.body);
    this.#viewModel.update({ manifest: this.#store.manifestSummary() });
    await this.#countPending();
  }

  async #scan(ticket: TicketIdentifier, anyDay: boolean, isGrouped = false) {
    this.#viewModel.isGrouping = isGrouped;
    const request: ScanRequest = { id: crypto.randomUUID(), ticket, device: this.device(), anyDay };
    const at = Date.now();
    if (this.#viewModel.state.isConnected && (this.#viewModel.state.pendingCount === 0 || (await this.#send()))) {
      const answer = await this.#api.scan(request, { canDecide: this.#store.manifest !== null });
      if (answer.ok) return this.#showAnswer(answer.body, ticket, at);
      if (answer.code === "INVALID")
        return this.#viewModel.show({ ...request, outcome: "unknown", isOffline: false, at });
      await this.#fail(answer);
      if (answer.code !== "UNREACHABLE") return;
    }
    await this.#scanOffline(request, at);
  }

  async #showAnswer(answer: ScanResponse, ticket: TicketIdentifier, at: number) {
    const { id, outcome, admission, before, otherEvent, isOtherLayout } = answer;
    const details = { admission, before, otherEvent, isOtherLayout };
    this.#viewModel.show({ id, outcome, ticket, ...answer.ticket, ...details, isOffline: false, at });
    if (!answer.ticket) return;
    await this.#store.saveAdmission(answer.ticket.fingerprint, admission);
    if (outcome === "admitted") await this.#remember({ id, at, ...answer.ticket });
    void this.poll();
  }

  /** Decides offline, and queues an admission to be sent to the server. */
  async #scanOffline(request: ScanRequest, at: number) {
    const knowledge = { event: this.event, list: this.#store.manifest, tickets: this.#store.tickets };
    const { outcome, fingerprint, ticket } = await decideOffline(request.ticket, knowledge, {
      anyDay: request.anyDay,
      at: new Date(at),
    });
    const typeName = this.ticketTypeName(ticket?.type ?? null);
    const { holderName = "", admission } = ticket ?? {};
    const isOtherLayout = "text" in request.ticket && !ticket && looksLikeOtherLayout(request.ticket.text);
    const result = { ...request, outcome, at, isOtherLayout, isOffline: true };
    if (outcome === "no_list" || !isEntryGranted(outcome) || !fingerprint) {
      return this.#viewModel.show({ ...result, holderName, typeName, admission });
    }
    const admissionHere = { at: new Date(at).toISOString(), by: null, device: request.device };
    // Listed tickets are stored by fingerprint: no ticket code stays on the device.
    const identifier = ticket ? { fingerprint } : request.ticket;
    await this.#store.enqueue({ kind: "scan", ...request, ticket: identifier, at: admissionHere.at });
    await this.#store.saveAdmission(fingerprint, admissionHere, { isNew: true });
    this.#viewModel.adjustCount(ticket?.type, 1);
    await this.#remember({ id: request.id, at, fingerprint, holderName, typeName });
    await this.#countPending();
    this.#viewModel.show({ ...result, holderName, typeName, admission: admissionHere, before: admission });
  }

  async #undo(scan: RecentScan) {
    const request = { id: crypto.randomUUID(), scanId: scan.id, device: this.device() };
    const canAsk =
      this.#viewModel.state.isConnected && (this.#viewModel.state.pendingCount === 0 || (await this.#send()));
    const answer: Failure | { ok: true } = canAsk ? await this.#api.undo(request) : { ok: false, code: "UNREACHABLE" };
    if (!answer.ok) {
      await this.#fail(answer);
      if (answer.code !== "UNREACHABLE" || !this.#store.manifest) return;
      await this.#store.enqueue({ kind: "undo", ...request, at: new Date().toISOString() });
      this.#viewModel.adjustCount(this.#store.tickets.get(scan.fingerprint)?.type, -1);
      await this.#countPending();
    }
    await this.#store.saveAdmission(scan.fingerprint, undefined);
    await this.#remember({ ...scan, isUndone: true });
    this.#viewModel.update({ results: this.#viewModel.state.results.filter(({ id }) => id !== scan.id) });
    void this.poll();
  }

  /** Sends pending steps, oldest first. False if some could not be sent. */
  async #send(): Promise<boolean> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    await this.#sending;
    return this.#viewModel.state.isConnected && this.#viewModel.state.access === "allowed";
  }

  async #sendAll() {
    const { own } = await this.#store.listPending();
    const failure = await sendSteps(this.#api, own, async (sent, answers) => {
      const conflicts = findLocalConflicts(this.event.slug, own, sent, answers, this.#viewModel.state.recent);
      for (const conflict of conflicts) await this.#store.saveConflict(conflict);
      await this.#store.dequeue(sent);
      this.#viewModel.update({ localConflicts: [...this.#viewModel.state.localConflicts, ...conflicts] });
      await this.#countPending();
    });
    if (failure) await this.#fail(failure);
    else this.#etag = null;
  }

  async #countPending() {
    const { own, others } = await this.#store.listPending();
    this.#viewModel.update({ pendingCount: own.length, otherPendingCount: others });
  }

  async #remember(scan: Omit<RecentScan, "list" | "isUndone"> & { isUndone?: boolean }) {
    const entry: RecentScan = { isUndone: false, ...scan, list: this.event.slug };
    const others = this.#viewModel.state.recent.filter(({ id }) => id !== entry.id);
    this.#viewModel.update({ recent: [entry, ...others].sort((a, b) => b.at - a.at).slice(0, 20) });
    await this.#store.saveRecent(entry);
  }

  async #fail({ code }: Failure) {
    if (code === "UNREACHABLE") this.#viewModel.update({ isConnected: false });
    else if (code !== "INVALID") await this.#loseAccess(code);
  }

  /** Deletes everything from this device once the viewer has lost access. */
  async #loseAccess(code: "SIGNED_OUT" | "REFUSED") {
    this.#store.close();
    const access = code === "REFUSED" ? "refused" : "signed_out";
    const noData = { manifest: null, recent: [], conflicts: [], localConflicts: [], results: [] };
    this.#viewModel.update({ isReady: true, access, ...noData });
    await clearDeviceData();
  }
}
