import type { NextFunction, RequestHandler } from 'express'

/** Many steps as one, which costs less than many for Express: it looks for a route before every step of its own. */
export function inOrder(steps: readonly RequestHandler[]): RequestHandler {
  return (request, response, leave) => {
    let index = 0
    const next: NextFunction = (error?: unknown) => {
      const step = steps[index++]
      if (error || step === undefined) {
        leave(error)
        return
      }
      const done: unknown = step(request, response, next)
      if (done instanceof Promise) done.catch(leave)
    }
    next()
  }
}
