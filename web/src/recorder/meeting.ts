import {
  DisconnectReason,
  ParticipantKind,
  Room,
  RoomEvent,
  Track,
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
} from 'livekit-client';
import { Cast, crowd } from './cast';
import type { Mixer } from './mixer';
import type { Painter, Person, Scene } from './painter';
import { RecorderFailure, type Ending, type Task } from './task';

/** The room as the recorder sees and hears it: it subscribes to what is recorded, and to nothing else. */
export class Meeting {
  readonly #room = new Room({ adaptiveStream: false, dynacast: false, disconnectOnPageLeave: false });
  readonly #videos = new Map<string, HTMLVideoElement>();
  readonly #cast = new Cast();
  readonly #task: Task;
  readonly #mixer: Mixer;
  readonly #painter: Painter | undefined;
  #leaving = false;

  constructor(task: Task, mixer: Mixer, painter: Painter | undefined) {
    this.#task = task;
    this.#mixer = mixer;
    this.#painter = painter;
    this.#room
      .on(RoomEvent.TrackSubscribed, (track) => this.#began(track))
      .on(RoomEvent.TrackUnsubscribed, (track) => this.#ended(track));
    for (const event of changes) this.#room.on(event, () => this.subscribe());
  }

  /** Joins; `left` hears when the room is gone for good. */
  async join(left: (ending: Ending) => void): Promise<void> {
    const { url, token } = this.#task.livekit;
    this.#room.on(RoomEvent.Disconnected, (reason) => {
      if (!this.#leaving) left(ending(reason));
    });
    try {
      await this.#room.connect(url, token, { autoSubscribe: false });
    } catch (error) {
      throw new RecorderFailure('livekit_unreachable', error);
    }
    this.subscribe();
  }

  async leave(): Promise<void> {
    this.#leaving = true;
    await this.#room.disconnect();
  }

  /** True while somebody is there; helpers (agents, other recorders) do not count. */
  get inhabited(): boolean {
    return this.#people().length > 0;
  }

  /** What to draw now. */
  scene(): Scene {
    const screen = this.#screen();
    return {
      title: this.#task.room_name,
      screen: screen && { element: screen.element, name: nameOf(screen.participant) },
      people: this.#shown().map((participant) => this.#person(participant)),
    };
  }

  /** Asks LiveKit for every sound, for the shared screen, and for the cameras that are drawn, at the size they have. */
  subscribe(): void {
    const shown = new Set(this.#shown());
    const drawn = this.#painter?.places(shown.size, this.#screen() !== undefined).tiles[0];
    for (const participant of this.#room.remoteParticipants.values()) {
      for (const publication of participant.trackPublications.values()) {
        const wanted = this.#wanted(publication, shown.has(participant));
        if (publication.isDesired !== wanted) publication.setSubscribed(wanted);
        if (wanted && drawn && publication.source === Track.Source.Camera)
          publication.setVideoDimensions({ width: Math.round(drawn.width), height: Math.round(drawn.height) });
      }
    }
  }

  #wanted(publication: RemoteTrackPublication, shown: boolean): boolean {
    if (publication.kind === Track.Kind.Audio) return true;
    if (!this.#painter) return false;
    return publication.source === Track.Source.Camera ? shown : publication.source === Track.Source.ScreenShare;
  }

  #began(track: RemoteTrack): void {
    const id = track.sid ?? track.mediaStreamTrack.id;
    if (track.kind === Track.Kind.Audio) this.#mixer.add(id, track.mediaStreamTrack);
    else this.#show(id, track);
  }

  #show(id: string, track: RemoteTrack): void {
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    track.attach(video);
    this.#videos.set(id, video);
  }

  #ended(track: RemoteTrack): void {
    const id = track.sid ?? track.mediaStreamTrack.id;
    this.#mixer.remove(id);
    track.detach();
    this.#videos.get(id)?.remove();
    this.#videos.delete(id);
  }

  #people(): RemoteParticipant[] {
    return [...this.#room.remoteParticipants.values()]
      .filter((participant) => !helpers.has(participant.kind))
      .sort((one, other) => (one.joinedAt?.getTime() ?? 0) - (other.joinedAt?.getTime() ?? 0));
  }

  #shown(): RemoteParticipant[] {
    const people = this.#people();
    const places = this.#screen() ? (this.#painter?.besideScreen ?? crowd) : crowd;
    const speaking = new Set(people.filter((person) => person.isSpeaking).map((person) => person.identity));
    const chosen = this.#cast.choose(
      people.map((person) => person.identity),
      speaking,
      places,
    );
    const byIdentity = new Map(people.map((person) => [person.identity, person]));
    return chosen.flatMap((identity) => byIdentity.get(identity) ?? []);
  }

  /** The newest shared screen whose picture has arrived. */
  #screen() {
    let newest: { participant: RemoteParticipant; element: HTMLVideoElement } | undefined;
    for (const participant of this.#room.remoteParticipants.values()) {
      const element = this.#video(participant, Track.Source.ScreenShare);
      if (element) newest = { participant, element };
    }
    return newest;
  }

  #video(participant: RemoteParticipant, source: Track.Source): HTMLVideoElement | undefined {
    const publication = participant.getTrackPublication(source);
    const sid = publication?.isMuted ? undefined : publication?.track?.sid;
    return sid === undefined ? undefined : this.#videos.get(sid);
  }

  #person(participant: RemoteParticipant): Person {
    return {
      id: participant.identity,
      name: nameOf(participant),
      color: participant.attributes.color,
      muted: !participant.isMicrophoneEnabled,
      speaking: participant.isSpeaking,
      camera: this.#video(participant, Track.Source.Camera),
    };
  }
}

const helpers = new Set([ParticipantKind.AGENT, ParticipantKind.EGRESS]);

/** What it means for the recording that LiveKit put us out: it closes a room that people have left, and one that is deleted. */
function ending(reason: DisconnectReason | undefined): Ending {
  switch (reason) {
    case DisconnectReason.ROOM_CLOSED:
      return 'room_empty';
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.PARTICIPANT_REMOVED:
      return 'room_closed';
    default:
      return 'disconnected';
  }
}

/** After these somebody else may be in the picture, or something new is to be subscribed to. */
const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.Reconnected,
] as const;

function nameOf(participant: RemoteParticipant): string {
  const name = participant.name?.trim() ?? '';
  return name === '' ? participant.identity : name;
}
