import { type Check, check } from '../check.ts'
import { expectSame, expectStatus } from '../expectations.ts'
import { sendsArchive } from '../families/archive.ts'
import { byRef } from '../families/by-ref.ts'
import { fitsContract } from '../families/contract.ts'
import { takesJobToken } from '../families/job-token.ts'
import { oneProject } from '../families/one-project.ts'
import { forEverybody, forReporters } from '../families/other-projects.ts'
import { reading } from '../families/reading.ts'
import { signIn } from '../families/sign-in.ts'
import { succeeds } from '../families/twin.ts'
import { archiveOfRef } from '../surroundings/archives.ts'

const id = 'downloadRefArtifacts'

export const downloadRefArtifacts: readonly Check[] = [
  ...signIn(id),
  ...takesJobToken(id),
  ...oneProject(id),
  ...forEverybody(id, ['access-artifacts']),
  ...forReporters(id, ['access-artifacts']),
  ...byRef(id),
  ...reading(id),
  ...sendsArchive(id),
  ...fitsContract(id, ['history-archive-by-ref', 'artifacts-archive']),
  check(
    `${id}.same-archive`,
    'must',
    ['artifacts-by-ref-same', 'artifacts-by-ref'],
    'It is the archive of that job in the latest successful pipeline of the ref.',
    async (target) => {
      const { job_id } = await archiveOfRef(target)
      const byId = await target.ask('downloadJobArtifacts', { job_id })
      expectStatus(byId, 200)
      const answer = await succeeds(target, id)
      expectSame(answer, 'the number of bytes', answer.bytes.length, byId.bytes.length)
      expectSame(answer, 'whether it is the archive by id', Buffer.compare(answer.bytes, byId.bytes), 0)
    },
  ),
]
