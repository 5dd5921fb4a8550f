import type { InProcessFetch } from './in-process-fetch.ts'

/** Of MSW's `http`, what is needed here; said by its form, so that nobody needs MSW who does not use it. */
export interface MswHttp<Handler> {
  all(path: string, resolver: (info: { readonly request: Request }) => Promise<Response>): Handler
}

export interface HandlerOptions {
  /** Where the code under test believes the API to be. Default: `https://gitlab.example.com/api/v4`. */
  readonly baseUrl?: string
  /** In which universe it happens. Default: the one of whoever names none. */
  readonly universe?: string
}

/** Lets MSW answer with the sandbox whatever is asked below an address. */
export function mswHandlers<Handler>(fetch: InProcessFetch, http: MswHttp<Handler>, options: HandlerOptions = {}): Handler[] {
  const { baseUrl = 'https://gitlab.example.com/api/v4', universe } = options
  const { origin, pathname } = new URL(baseUrl.replace(/\/+$/, ''))
  const answer = async ({ request }: { readonly request: Request }): Promise<Response> => {
    const { pathname: asked, search } = new URL(request.url)
    const there = new Request(`${origin}/api/v4${asked.slice(pathname.length)}${search}`, request)
    if (universe !== undefined) there.headers.set('X-Jobs-Universe', universe)
    // A connection that breaks on purpose is one that the code under test has to see break.
    return fetch(there).catch(() => Response.error())
  }
  return [http.all(`${origin}${pathname}/*`, answer)]
}
