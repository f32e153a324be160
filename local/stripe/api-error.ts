import type Stripe from "stripe";

type ErrorDetails = {
  type: Stripe.RawErrorType;
  code?: string;
  decline_code?: string;
  param?: string;
};

/** An error as Stripe answers it. */
export class ApiError extends Error {
  override name = "ApiError";

  /** @param isExecuted whether the request was valid and failed while it was carried out: such an answer is stored */
  constructor(
    readonly status: number,
    message: string,
    readonly details: ErrorDetails = { type: "invalid_request_error" },
    readonly isExecuted = false,
  ) {
    super(message);
  }

  get body() {
    return { error: { ...this.details, message: this.message } };
  }
}

export const invalid = (message: string, code?: string, param?: string) =>
  new ApiError(400, message, { type: "invalid_request_error", ...(code && { code }), ...(param && { param }) });

/** What the state of an object does not allow. */
export const refused = (message: string, code?: string) =>
  new ApiError(400, message, { type: "invalid_request_error", ...(code && { code }) }, true);

export const missing = (kind: string, id: string) =>
  new ApiError(404, `No such ${kind}: '${id}'`, {
    type: "invalid_request_error",
    code: "resource_missing",
    param: "id",
  });
