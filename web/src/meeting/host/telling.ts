import type { Participant } from 'livekit-client';
import { isStatus } from '../../api/client';
import { updateParticipant } from '../../api/queries';
import type { Source } from '../../api/types';

/** How many people are told at the same time: quick for hundreds, and no burst for the server. */
const atOnce = 6;

/** What somebody may do once the room lets participants send only `sources`; the rest of their permissions is as it was (rooms contract 19). */
export function permissionWith(participant: Pick<Participant, 'permissions'>, sources: readonly Source[]) {
  const now = participant.permissions;
  return {
    can_subscribe: now?.canSubscribe ?? true,
    can_publish_data: now?.canPublishData ?? true,
    can_update_metadata: now?.canUpdateMetadata ?? false,
    can_subscribe_metrics: now?.canSubscribeMetrics ?? false,
    can_publish: sources.length > 0,
    can_publish_sources: sources,
  };
}

/** Gives each of the people the new permission. Answers whom that failed for; somebody who has left meanwhile is no failure. */
export async function tellAll(
  room: string,
  people: readonly Participant[],
  sources: readonly Source[],
  onProgress: (done: number) => void,
): Promise<Participant[]> {
  const waiting = [...people];
  const failed: Participant[] = [];
  let done = 0;
  const work = async () => {
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      try {
        await updateParticipant(room, person.identity, permissionWith(person, sources));
      } catch (error) {
        if (!isStatus(error, 404)) failed.push(person);
      }
      done += 1;
      onProgress(done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, people.length) }, work));
  return failed;
}
