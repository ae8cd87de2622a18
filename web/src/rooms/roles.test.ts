import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/client';
import type { Access, Role } from '../api/types';
import { refusal, roleFailure, rolesGivenBy } from './roles';

const access = (id: string, role: Role): Access => ({ id, role, user: { id, email: null, full_name: null } });
const [ann, olga, otto] = [access('ann', 'administrator'), access('olga', 'owner'), access('otto', 'owner')];

it('lets administrators give no role above their own', () => {
  expect(rolesGivenBy(ann)).toEqual(['member', 'administrator']);
  expect(rolesGivenBy(olga)).toContain('owner');
});

it('leaves owners to themselves', () => {
  expect(refusal(olga, ann)).toBe('role.ownersOnly');
  expect(refusal(otto, olga)).toBe('role.otherOwner');
  expect(refusal(olga, olga)).toBeNull();
  expect(refusal(ann, ann)).toBeNull();
});

describe('roleFailure', () => {
  it.each([
    [403, { detail: 'A resource should keep at least one owner.' }, 'role.lastOwner'],
    [403, { detail: 'Only owners of a room can assign other users as owners.' }, 'role.ownersOnly'],
    [403, { detail: 'You do not have permission to perform this action.' }, 'role.notHost'],
    [400, { non_field_errors: ['Resource access with this User and Resource already exists.'] }, 'role.already'],
    [404, {}, 'role.gone'],
    [500, {}, null],
  ])('puts %s %j into words', (status, body, expected) => {
    expect(roleFailure(new ApiError(status, body))).toBe(expected);
  });
});
