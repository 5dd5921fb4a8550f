/** Roles and their numbers, lowest first. Fact `access-roles`. */
export const roles = { guest: 10, planner: 15, reporter: 20, security_manager: 25, developer: 30, maintainer: 40, owner: 50 } as const

export type Role = keyof typeof roles

/** Every role up to a level, lowest first. */
export function rolesUpTo(level: number): Role[] {
  return (Object.keys(roles) as Role[]).filter((role) => roles[role] <= level)
}
