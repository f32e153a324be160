import { mintSession } from "@/bench/session";
import { formFields } from "@/test/html-form";

/** The server is down, or says BUSY, as it does for a user whose lock the killed process held. */
export class RetryableError extends Error {}

const retryable = /still in progress|took too long|tell yet whether|can’t take payments right now/;

/** A browser without scripts in which a person is signed in. */
export class Browser {
  private constructor(
    private readonly baseUrl: string,
    private readonly headers: Record<string, string>,
  ) {}

  static async open(baseUrl: string, userId: number, secret: string) {
    return new Browser(baseUrl, {
      Cookie: await mintSession(userId, secret),
      // Each from an address of their own, as bookings per address are limited.
      "X-Forwarded-For": `10.0.${(userId >> 8) & 255}.${userId & 255}`,
    });
  }

  async send(path: string, init: RequestInit = {}) {
    const url = new URL(path, this.baseUrl);
    const headers = { ...this.headers, ...init.headers };
    const answer = await fetch(url, { ...init, headers, redirect: "manual" }).catch((error: unknown) => {
      throw new RetryableError("connection lost", { cause: error });
    });
    const text = await answer.text().catch(() => {
      throw new RetryableError("connection lost");
    });
    return { status: answer.status, location: answer.headers.get("location"), text };
  }

  /** Fills in the form of a page and sends it. Returns where its answer leads, or the page itself. */
  async post(path: string, fields: Record<string, string>, button: string | RegExp): Promise<string> {
    const page = await this.send(path);
    if (page.location) return page.location;
    const body = formFields(page.text, button);
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const answer = await this.send(path, { method: "POST", headers: { Origin: this.baseUrl }, body });
    if (answer.location) return answer.location;
    if (retryable.test(answer.text)) throw new RetryableError("asked to wait");
    throw new Error(`${button} of ${path} answered ${answer.status} without leading anywhere`);
  }
}
