/** What `--help` says: how to call it, and all that a client program has to do. */
export const help = (candidates: readonly { name: string }[], page?: string): string => `npm run scorecard -- [OPTIONS] [-- COMMAND...]

Points a client program at a server that redirects, breaks connections, answers nonsense and sends much, and says how the
client bears it. COMMAND starts the program, in any language${
  candidates.length === 0
    ? ''
    : `; without one, these are tried:
${candidates.map(({ name }) => name).join(', ')}`
}.

  --only ID        only these rows, by group or by id; may be repeated
  --report KIND    text, markdown or json, on the standard output [text]
  --pause SECONDS  how long a client is told to wait where it is told to [2]
  --large MIB      the size of the archive and the log that are called large [200]
  --at-once N      how many rows are tried at the same time [3]
${page === undefined ? '' : `  --write          also write ${page}; with all rows of all of these clients\n`}  --list           the rows and how each is measured; nothing is tried
  -h, --help       this text

Exit code: 0; 1 if COMMAND has a row that is bad; 2 if nothing could be tried. Progress is told on the standard error.

THE PROGRAM reads tasks from its standard input, one JSON object a line, until that ends, and writes one line for each to
its standard output, with the same "id":

  {"id": 1, "value": ...}                     what the client handed out, as JSON; null if that was nothing
  {"id": 1, "error": {"name": "...", "message": "...", "status": 403, "shown": "..."}}
                                              the class and the text of the client's error; the status of the answer, if the
                                              client lets one see it; the error as the language shows an uncaught one
  {"id": 1, "not_offered": "why"}             the client has no call for this; a program must not make up for it

Other lines are ignored, and so is the standard error, of which the end is shown if the program dies. It must use the client
as its documentation says, with its best options, and do nothing that the client does not. Every task has

  base_url         up to and including /api/v4
  credential       {"kind": "personal_token" | "job_token" | "oauth_token", "value": "..."}
  project          its full path
  task             one of those below

and may have these, which count where the client has such an option:

  timeout_in_ms    give up when nothing has come for so long
  abort_after_ms   break the call off that long after it began; not offered where calls cannot be broken off
  retries          send a call again at most so often
  interval_in_ms   the pause between two looks of follow_log and wait_for_job

  task             has                                    does, and hands out
  list_jobs                                               all jobs of the project, as a list
  first_jobs       count, scope? (list of statuses)       the newest ones, as a list
  get_job          job                                    the job
  get_token_job                                           the job of the job token
  play_job         job, variables (list of key, value)    starts a manual job; the job
  get_log          job                                    the log, as a text
  save_log         job, to                                writes the log into the file "to", however long it is
  follow_log       job, to                                writes the log into "to" as it grows, until the job has ended
  wait_for_job     job                                    the job, once it has ended
  read_archive     job                                    reads the archive as the plainest call hands it out; how many bytes
  download         to, and job or ref and job_name, path? writes the archive or the file "path" of it into "to"`
