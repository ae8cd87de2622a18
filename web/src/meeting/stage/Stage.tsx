import { useTracks, type TrackReferenceOrPlaceholder } from '@livekit/components-react';
import { Track } from 'livekit-client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton';
import { useMeeting } from '../MeetingContext';
import { Alone } from './Alone';
import { focus, grid, type Stage as StageSize, type Tile as Place } from './layout';
import { bySeat, paged } from './order';
import styles from './Stage.module.css';
import { Tile } from './Tile';
import { useSize } from './useSize';
import { useSpeaker } from './useSpeaker';

const perPage = { desktop: 25, phone: 8 };

/** The people, and what they show: a grid, or one thing large with the others in a strip. */
export function Stage() {
  const { t } = useTranslation();
  const { view } = useMeeting();
  const element = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(element);
  const [page, setPage] = useState(0);
  const tracks = useTracks(
    [
      { source: Track.Source.Camera, withPlaceholder: true },
      { source: Track.Source.ScreenShare, withPlaceholder: false },
    ],
    { onlySubscribed: false },
  );
  const cameras = useMemo(() => tracks.filter(isCamera).sort(bySeatOfTrack), [tracks]);
  const screens = useMemo(() => tracks.filter((track) => !isCamera(track)), [tracks]);
  const speaker = useSpeaker(cameras);
  const large = screens.at(-1) ?? (view === 'speaker' && cameras.length > 1 ? speaker : undefined);
  const stage: StageSize = { width, height, gap: 8 };
  const count = width < 600 ? perPage.phone : perPage.desktop;
  const { pages, current, shown } = paged(cameras, count, page);
  const placed = large ? placeFocus(large, [...screens, ...cameras], stage) : placeGrid(shown, stage);
  return (
    <div ref={element} className={styles.stage} role="group" aria-label={t('stage.label')}>
      {width > 0 && placed.map(([track, place]) => <Tile key={keyOf(track)} trackRef={track} place={place} />)}
      {cameras.length === 1 && !large && <Alone />}
      {!large && pages > 1 && (
        <nav className={styles.pages} aria-label={t('stage.pages')}>
          <IconButton label={t('list.previous')} isDisabled={current === 0} onPress={() => setPage(current - 1)}>
            <ChevronLeft aria-hidden />
          </IconButton>
          <span>{t('stage.page', { page: current + 1, pages })}</span>
          <IconButton label={t('list.next')} isDisabled={current === pages - 1} onPress={() => setPage(current + 1)}>
            <ChevronRight aria-hidden />
          </IconButton>
        </nav>
      )}
    </div>
  );
}

type Placed = [track: TrackReferenceOrPlaceholder, place: Place];

function placeGrid(tracks: TrackReferenceOrPlaceholder[], stage: StageSize): Placed[] {
  const places = grid(tracks.length, stage, 3 / 4);
  return tracks.flatMap((track, index): Placed[] => {
    const place = places[index];
    return place ? [[track, place]] : [];
  });
}

function placeFocus(
  large: TrackReferenceOrPlaceholder,
  all: TrackReferenceOrPlaceholder[],
  stage: StageSize,
): Placed[] {
  const others = all.filter((track) => track !== large);
  const { main, strip } = focus(others.length, stage);
  const small = strip.flatMap((place, index): Placed[] => {
    const track = others[index];
    return track ? [[track, place]] : [];
  });
  return [[large, main], ...small];
}

function isCamera(track: TrackReferenceOrPlaceholder): boolean {
  return track.source === Track.Source.Camera;
}

function bySeatOfTrack(a: TrackReferenceOrPlaceholder, b: TrackReferenceOrPlaceholder): number {
  return bySeat(seat(a), seat(b));
}

function seat({ participant: { identity, isLocal, joinedAt } }: TrackReferenceOrPlaceholder) {
  return { identity, isLocal, joinedAt: joinedAt?.getTime() ?? 0 };
}

function keyOf({ participant, source }: TrackReferenceOrPlaceholder): string {
  return `${source} ${participant.identity}`;
}
