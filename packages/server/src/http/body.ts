import express, { type NextFunction, type RequestHandler } from 'express'
import { exchangeOf } from './exchange.ts'
import { parseForm } from './form.ts'
import { spellBooleans } from './query.ts'
import { served } from './served.ts'

const limit = '1mb'
const json = express.json({ limit, strict: false })
const text = express.text({ limit, type: 'application/x-www-form-urlencoded' })

/** Reads the body of operations that take one. For all others whatever comes is ignored, as clients send `{}` everywhere. */
export const body: RequestHandler = (request, response, next) => {
  const { operationId } = exchangeOf(request)
  if (operationId === undefined || !served[operationId].takesBody) {
    delete request.headers['content-type']
    return next()
  }
  const done: NextFunction = (error?: unknown) => {
    if (typeof request.body === 'string' && request.is('urlencoded')) request.body = parseForm(request.body)
    spellBooleans(request.body)
    next(error)
  }
  json(request, response, (error) => (error ? next(error) : text(request, response, done)))
}
