import { ApiError } from '../api/client';
import type { Access, Role } from '../api/types';
import type { Key } from '../i18n';

export const roleNames: Record<Role, Key> = {
  member: 'role.member',
  administrator: 'role.administrator',
  owner: 'role.owner',
};

/** The roles that somebody may give (rooms contract 8.2): administrators none above their own. */
export function rolesGivenBy(own: Access | undefined): readonly Role[] {
  return own?.role === 'owner' ? ['member', 'administrator', 'owner'] : ['member', 'administrator'];
}

/** Why somebody cannot change or remove an access; null when they can try. */
export function refusal(access: Access, own: Access | undefined): Key | null {
  if (access.role !== 'owner' || access.id === own?.id) return null;
  return own?.role === 'owner' ? 'role.otherOwner' : 'role.ownersOnly';
}

/** Words for what the server answers when roles are given, changed or taken (rooms contract 8). */
export function roleFailure(error: unknown): Key | null {
  if (!(error instanceof ApiError)) return null;
  const why = JSON.stringify(error.body ?? '');
  if (why.includes('at least one owner')) return 'role.lastOwner';
  if (why.includes('Only owners')) return 'role.ownersOnly';
  if (error.status === 400 && why.includes('already exists')) return 'role.already';
  if (error.status === 403) return 'role.notHost';
  return error.status === 404 ? 'role.gone' : null;
}
