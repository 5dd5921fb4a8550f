import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { SettingError, type Settings } from './settings.ts'

type Address = Pick<Settings, 'host' | 'port'>

/** Begins to listen and gives back the address; an address that cannot be had is a `SettingError`. */
export function listen(server: Server, { host, port }: Address, flag = '--port'): Promise<string> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(new SettingError(listenTrouble(error, { host, port, flag }))))
    server.listen({ host, port }, () => {
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      done(`http://${isIP(host) === 6 ? `[${host}]` : host}:${actual}`)
    })
  })
}

/** Lets requests wait that come before there is anybody to answer them; the answer is to be called with who does. */
export function holdRequests(server: Server): (answer: RequestListener) => void {
  const held: [IncomingMessage, ServerResponse][] = []
  const hold: RequestListener = (request, response) => void held.push([request, response])
  server.on('request', hold)
  return (answer) => {
    server.off('request', hold).on('request', answer)
    for (const [request, response] of held.splice(0)) answer(request, response)
  }
}

function listenTrouble({ code, message }: NodeJS.ErrnoException, { host, port, flag }: Address & { readonly flag: string }): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what listens there, or choose another port with ${flag} (0 takes any free one).`
  if (code === 'EACCES') return `Port ${port} may not be used by this account. Choose one above 1023 with ${flag}.`
  return `Cannot listen on ${host}:${port}: ${message}.`
}
