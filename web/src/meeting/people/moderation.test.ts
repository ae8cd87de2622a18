import { expect, it } from 'vitest';
import { ApiError } from '../../api/client';
import { answerFailure } from '../lobby/useAnswers';
import { moderationFailure } from './moderation';

it.each([
  [401, { detail: 'Authentication credentials were not provided.' }, 'failure.signedOut'],
  [403, { detail: 'You do not have permission to perform this action.' }, 'people.error.mayNot'],
  [403, { detail: 'You must have privileges on room to perform this action.' }, 'people.error.mayNot'],
  [403, { error: 'Could not verify caller presence' }, 'people.error.notInside'],
  [403, { detail: 'You must be connected to the meeting to perform this action.' }, 'people.error.notInside'],
  [403, { error: 'You cannot change your own role.' }, 'people.error.ownRole'],
  [403, { error: 'Room owners cannot be demoted.' }, 'people.error.owner'],
  [404, { error: 'Participant not found' }, 'people.error.gone'],
  [404, { error: 'Participant is not connected to this meeting.' }, 'people.error.gone'],
  [404, { error: 'This participant has no user account and cannot be assigned a role.' }, 'people.error.noAccount'],
  [404, { detail: 'No Room matches the given query.' }, 'people.error.noRoom'],
  [429, undefined, 'failure.tooMany'],
  [500, { error: 'Failed to mute participant' }, 'failure.server'],
  [502, undefined, 'people.error.media'],
  [503, { error: 'Failed to mute participant' }, 'people.error.media'],
])('%i %j is told as %s', (status, body, key) => {
  expect(moderationFailure(new ApiError(status, body))).toBe(key);
});

it('tells a lost network', () => {
  expect(moderationFailure(new TypeError('Failed to fetch'))).toBe('failure.network');
});

it.each([
  [403, {}, 'lobby.error.notHost'],
  [404, { message: 'Room has no lobby system.' }, 'lobby.error.open'],
  [404, { message: 'Participant not found.' }, 'lobby.error.gone'],
  [500, {}, null],
])('an answer at the door that gets %i %j is told as %s', (status, body, key) => {
  expect(answerFailure(new ApiError(status, body))).toBe(key);
});
