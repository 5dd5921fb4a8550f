/** A no that is an answer. */
export class Refusal extends Error {
  readonly status: number
  readonly body: unknown

  constructor(status: number, body: unknown) {
    super(JSON.stringify(body))
    this.status = status
    this.body = body
  }
}

export const refused = (status: number, message: string): Refusal => new Refusal(status, { message })
export const invalid = (error: string): Refusal => new Refusal(400, { error })
export const forbidden = (): Refusal => refused(403, '403 Forbidden')
export const unauthorized = (): Refusal => refused(401, '401 Unauthorized')
/** A record that is missing is written with a small f, a file with a large one. */
export const noRecord = (): Refusal => refused(404, '404 Not found')
export const noFile = (): Refusal => refused(404, '404 Not Found')
