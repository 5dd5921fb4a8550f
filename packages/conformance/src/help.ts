import { editionNames } from '@jobs-api/contract'
import { callerNames, callers, variableOf } from './target/callers.ts'
import { capabilities, projectKinds } from './target/session.ts'

const lines = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, sentence]) => `  ${name.padEnd(20)} ${sentence}`).join('\n')

export const help = `npx @jobs-api/conformance URL --token-env NAME --project ID [OPTIONS]
npx @jobs-api/conformance record URL [OPTIONS]
npx @jobs-api/conformance compare A.json B.json ... > page.html

Examines an implementation of the Jobs API: does it do what the contract and its evidence say? URL goes up to and
including /api/v4. Only GET and HEAD are sent, unless actions are allowed.
With record, what is asked and answered is kept too, without names or tokens, and the checks that hold of the GitLab are
stamped with its version and the date. The third form puts up to six saved reports (--report json) side by side on one page.

  --token-env NAME     the environment variable that holds a maintainer's token; those of others beside it, see below
  --project ID         the project to look into, a private one: its number, or its full path
  --project KIND=ID    another project, see below
  --edition NAME       which GitLab to be held to: ${editionNames.join(', ')}; current by default
  --level LEVEL        must, should or may: this level and those above it; all of them by default
  --only ID            only these checks, by operation or by id; may be repeated
  --allow-writes       also send actions: to jobs that the kit makes by retries, and to those handed over with --state
  --state NAME=ID,...  jobs in a state that the kit cannot find or make by itself
  --state-handler URL  asked by POST to bring a job into a state
  --wait SECONDS       how long a job may take to get into a state; 60 by default
  --unsupported NAME   something that this implementation does not have; may be repeated, see below
  --expected-failures FILE   ids of checks that are known to fail, one a line; one that passes is reported
  --seed NUMBER        another order of the checks
  --parallel NUMBER    how many checks that only read run at once; 4 by default
  --report FORM        text, json, junit or html, on standard output
  --coverage FILE      also write what was met of the contract: as a map if FILE ends in .html, as JSON otherwise;
                       may be repeated
  --out FOLDER         where record writes; recorded/ by default
  --gitlab-version NAME   what record stamps with, if the server answers no GET /version
  --list               show the checks and where each comes from, and send nothing
  -h, --help           this text

Variables beside the one of --token-env, if that is TOKEN; what is not set cannot be tested:

${lines(callerNames.map((caller) => [variableOf(caller, 'TOKEN'), callers[caller].sentence]))}

Other projects, for --project KIND=ID:

${lines(Object.entries(projectKinds))}

What an implementation may lack, for --unsupported NAME:

${lines(Object.entries(capabilities))}

Exit code: 0 conforming, 1 not conforming, 2 nothing could be examined (a wrong URL, token or project), 3 the kit
itself has failed. What cannot be tested, because something is missing that is named, counts as not conforming.`
