import { type Context, token } from './case.ts'

/** A client whose line to the reference server breaks in the first answers, after so many bytes each. */
export function cutAfter({ client, baseUrl }: Context, ...cuts: number[]) {
  const ranges: (string | null)[] = []
  const send = async (request: Request) => {
    ranges.push(request.headers.get('range'))
    const response = await fetch(request)
    const stopAt = cuts.shift()
    if (stopAt === undefined || response.body === null) return response
    let left = stopAt
    const scissors = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        controller.enqueue(chunk.subarray(0, left))
        left -= chunk.length
        if (left < 0) controller.error(new Error('the line broke'))
      },
    })
    return new Response(response.body.pipeThrough(scissors), response)
  }
  return { ranges, jobs: client.createJobsClient({ baseUrl, token, fetch: send }) }
}
