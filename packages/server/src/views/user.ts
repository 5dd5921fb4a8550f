import type { components } from '@jobs-api/contract'
import type { User } from '../storage/records.ts'
import { time } from './times.ts'

export function userView(user: User, { externalUrl }: { externalUrl: string }): components['schemas']['User'] {
  const work = [user.jobTitle, user.organization].filter((part) => part !== null)
  return {
    id: user.id,
    username: user.username,
    public_email: user.publicEmail,
    name: user.name,
    state: user.state,
    locked: false,
    avatar_url: null,
    web_url: `${externalUrl}/${user.username}`,
    created_at: time(user.createdAt),
    bio: user.bio,
    location: user.location,
    linkedin: '',
    twitter: '',
    discord: '',
    website_url: '',
    github: '',
    organization: user.organization,
    job_title: user.jobTitle,
    pronouns: null,
    bot: user.bot,
    work_information: work.length === 0 ? null : work.join(' at '),
    local_time: null,
  }
}
