import { refuse } from '../operations/refusals.ts'
import { userView } from '../views/user.ts'
import type { Neighbour } from './neighbour.ts'

export const getCurrentUser: Neighbour<'getCurrentUser'> = async (_input, desk) =>
  desk.caller === undefined ? refuse('no_token') : { status: 200, body: userView(desk.caller.user, desk) }
