import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError } from "./api-error";
import { API_VERSION } from "./events";
import { expand, parseExpand } from "./expand";
import type { Fault } from "./faults";
import { decodeForm } from "./form";
import { type Answer, IdempotencyKeys } from "./idempotency";
import { readText } from "./read-text";
import { type ApiContext, routes } from "./routes";
import { newId } from "./store";

type Options = ApiContext & { key: string };

/** Answers requests to `/v1/…` as Stripe does. */
export class Api {
  readonly #keys: IdempotencyKeys;
  /** What was called, such as "POST /v1/refunds". */
  readonly calls: string[] = [];

  constructor(private readonly options: Options) {
    this.#keys = new IdempotencyKeys(options.store);
  }

  async handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", "http://stripe");
    const call = `${request.method} ${url.pathname}`;
    const body = await readText(request);
    this.calls.push(call);
    const fault = this.options.faults.take(call);
    if (fault?.kind === "close-before") return void request.socket.destroy();
    const answer = await this.#answer(request, call, url, body, fault);
    if (fault?.kind === "close-after") return void request.socket.destroy();
    if (fault?.kind === "delay-after") await sleep(fault.ms, undefined, { ref: false });
    const key = headerOf(request, "idempotency-key");
    response.writeHead(answer.status, {
      "content-type": "application/json",
      "request-id": newId("req"),
      "stripe-version": API_VERSION,
      ...(key && { "idempotency-key": key }),
      ...(answer.isReplayed && { "idempotent-replayed": "true" }),
    });
    response.end(answer.body);
  }

  async #answer(
    request: IncomingMessage,
    call: string,
    url: URL,
    body: string,
    fault: Fault | undefined,
  ): Promise<Answer & { isReplayed?: boolean }> {
    try {
      this.#authenticate(request);
      const key = request.method === "POST" ? headerOf(request, "idempotency-key") : undefined;
      if (key === undefined) return await this.#run(call, url, body, fault, null);
      const fingerprint = IdempotencyKeys.fingerprint(call, body);
      const known = this.#keys.claim(key, fingerprint);
      if (known) return { status: known.status, body: known.body, isReplayed: true };
      try {
        return await this.#run(call, url, body, fault, { key, fingerprint });
      } finally {
        this.#keys.release(key);
      }
    } catch (error) {
      if (error instanceof ApiError) return answerOf(error);
      throw error;
    }
  }

  #authenticate(request: IncomingMessage) {
    if (headerOf(request, "authorization") === `Bearer ${this.options.key}`) return;
    throw new ApiError(401, "Invalid API Key provided.", { type: "invalid_request_error" });
  }

  /** Everything between two `await`s is one step; the answer is stored with what it has changed. */
  async #run(
    call: string,
    url: URL,
    body: string,
    fault: Fault | undefined,
    idempotency: { key: string; fingerprint: string } | null,
  ): Promise<Answer> {
    if (fault?.kind === "delay-before") await sleep(fault.ms, undefined, { ref: false });
    let answer: Answer;
    let isStored = true;
    try {
      if (fault?.kind === "status") throw faultError(fault);
      answer = { status: 200, body: JSON.stringify(this.#execute(call, url, body), null, 2) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      answer = answerOf(error);
      isStored = error.isExecuted;
    }
    if (idempotency && isStored) this.#keys.keep(idempotency.key, idempotency.fingerprint, answer);
    await this.options.store.commit();
    return answer;
  }

  #execute(call: string, url: URL, body: string): unknown {
    const [method = "", path = ""] = call.split(" ");
    const route = routes.find((one) => one.method === method && one.path.test(path));
    if (!route) throw new ApiError(404, `Unrecognized request URL (${method}: ${path}).`);
    const { expand: paths = [], ...form } = decodeForm(method === "POST" ? body : url.search.slice(1));
    const expanded = parseExpand(paths);
    const id = route.path.exec(path)?.[1] ?? "";
    const result = route.run({ context: this.options, id, form });
    return expand(this.options.store, result, expanded);
  }
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

const answerOf = (error: ApiError): Answer => ({ status: error.status, body: JSON.stringify(error.body, null, 2) });

function faultError({ status, isStored }: Fault): ApiError {
  const type = status === 429 ? "rate_limit_error" : "api_error";
  const details = { type, ...(status === 429 && { code: "rate_limit" }) } as const;
  return new ApiError(status, "A fault that a test has asked for.", details, isStored);
}
