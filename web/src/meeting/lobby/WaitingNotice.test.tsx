import { RoomContext } from '@livekit/components-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Room as LiveRoom } from 'livekit-client';
import { expect, it } from 'vitest';
import type { Room } from '../../api/types';
import { Emitter } from '../../testing/emitter';
import { server, show } from '../../testing/page';
import { MeetingContext, type MeetingState } from '../MeetingContext';
import { inLine, LobbyProvider } from './LobbyProvider';
import { WaitingNotice } from './WaitingNotice';
import { WaitingSection } from './WaitingSection';

const room: Room = { id: 'r', slug: 'board', access_level: 'restricted' };
const person = (name: string) => ({ id: name.toLowerCase(), username: name, color: 'hsl(1, 60%, 40%)' });
const list = 'GET rooms/r/waiting-participants/';
const enter = 'POST rooms/r/enter/';

function open(table: Parameters<typeof server>[0], state: Partial<MeetingState> = {}) {
  const calls = server(table);
  const meeting = { room, isHost: true, panel: null, ...state } as MeetingState;
  show(
    <RoomContext.Provider value={new Emitter() as unknown as LiveRoom}>
      <MeetingContext.Provider value={meeting}>
        <LobbyProvider>
          <WaitingNotice />
          <WaitingSection />
        </LobbyProvider>
      </MeetingContext.Provider>
    </RoomContext.Provider>,
  );
  return calls;
}

const answers = (calls: ReturnType<typeof server>) => calls.filter(({ path }) => path.endsWith('/enter/'));

it('shows a host who waits, and tells the server the answer', async () => {
  const calls = open({
    [list]: [
      [200, { participants: [person('Bob')] }],
      [200, { participants: [] }],
    ],
    [enter]: [200, { message: 'Participant was updated.' }],
  });
  expect(await screen.findByText('Bob waits to be let in')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Let in' }));
  expect(screen.queryByText('Bob waits to be let in')).toBeNull();
  await waitFor(() =>
    expect(answers(calls).map(({ body }) => body)).toEqual([{ participant_id: 'bob', allow_entry: true }]),
  );
});

it('lets everybody in who waits now', async () => {
  const calls = open({
    [list]: [200, { participants: [person('Bob'), person('Ann')] }],
    [enter]: [200, {}],
  });
  expect(await screen.findByText('2 people wait to be let in')).toBeTruthy();
  const [button] = screen.getAllByRole('button', { name: 'Let everybody in' });
  if (button) await userEvent.click(button);
  await waitFor(() => expect(answers(calls)).toHaveLength(2));
});

it('keeps the focus near when the pressed button goes', async () => {
  open({ [list]: [200, { participants: [person('Bob')] }], [enter]: [200, {}] });
  (await screen.findByRole('button', { name: 'Decline' })).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'At the door' })));
});

it('says why an answer did not count, and shows again who still waits', async () => {
  open({ [list]: [200, { participants: [person('Bob')] }], [enter]: [403, {}] });
  await userEvent.click(await screen.findByRole('button', { name: 'Let Bob in' }));
  expect(await screen.findByText(/Only hosts let people in/)).toBeTruthy();
  expect(await screen.findByText('Bob waits to be let in')).toBeTruthy();
});

it('steps back while the people are open', async () => {
  open({ [list]: [200, { participants: [person('Bob')] }] }, { panel: 'people' });
  expect(await screen.findByRole('button', { name: 'Let Bob in' })).toBeTruthy();
  expect(screen.queryByText('Bob waits to be let in')).toBeNull();
});

it.each([
  ['no host', { isHost: false }],
  ['in an open room', { room: { ...room, access_level: 'public' as const } }],
])('asks for nothing who is %s', async (_who, state) => {
  const calls = open({}, state);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(calls).toEqual([]);
});

it('keeps people in the order they came, whatever order the server has', () => {
  const [bob, ann, eve] = [person('Bob'), person('Ann'), person('Eve')];
  expect(inLine([], [bob, ann])).toEqual([bob, ann]);
  expect(inLine([bob, ann], [eve, ann, bob])).toEqual([bob, ann, eve]);
  expect(inLine([bob, ann], [ann])).toEqual([ann]);
});
