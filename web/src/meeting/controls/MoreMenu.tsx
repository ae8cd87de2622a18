import {
  CircleDot,
  CircleStop,
  EllipsisVertical,
  Info,
  Keyboard,
  LayoutGrid,
  Maximize,
  ScreenShare,
} from 'lucide-react';
import { Hand, ShieldCheck, SmilePlus, SquareUser } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Menu, type Entry, type Section } from '../../ui/Menu';
import { toast } from '../../ui/toast';
import { useHands } from '../hands/HandsProvider';
import { useMeeting } from '../MeetingContext';
import styles from './Controls.module.css';
import { canFullscreen, toggleFullscreen } from './fullscreen';
import type { Control, Controls } from './useControls';

interface Props {
  controls: Controls;
  isNarrow: boolean;
  onShortcuts: () => void;
  onReact: () => void;
}

/** What is needed less often, and on a phone what the bar has no room for. */
export function MoreMenu({ controls: { screen, recording }, isNarrow, onShortcuts, onReact }: Props) {
  const { t } = useTranslation();
  const { view, setView, openPanel, isHost } = useMeeting();
  const { isOwnUp, toggleOwn } = useHands();
  const takePart: Entry[] = [
    { id: 'hand', text: t(isOwnUp ? 'hand.lower' : 'hand.raise'), icon: <Hand aria-hidden />, onAction: toggleOwn },
    { id: 'react', text: t('reaction.title'), icon: <SmilePlus aria-hidden />, onAction: onReact },
  ];
  const record: Entry = {
    id: 'record',
    text: t(recording.isOn ? 'recording.stop' : 'recording.start'),
    icon: recording.isOn ? <CircleStop aria-hidden /> : <CircleDot aria-hidden />,
    onAction: press(recording),
  };
  const share: Entry | null = screen && {
    id: 'share',
    text: t(screen.isOn ? 'control.shareOff' : 'control.shareOn'),
    icon: <ScreenShare aria-hidden />,
    onAction: press(screen),
  };
  const views: Section = {
    title: t('view.title'),
    entries: [
      {
        id: 'grid',
        text: t('view.grid'),
        icon: <LayoutGrid aria-hidden />,
        isSelected: view === 'grid',
        onAction: () => setView('grid'),
      },
      {
        id: 'speaker',
        text: t('view.speaker'),
        icon: <SquareUser aria-hidden />,
        isSelected: view === 'speaker',
        onAction: () => setView('speaker'),
      },
    ],
  };
  const host: Entry = {
    id: 'host',
    text: t('host.title'),
    icon: <ShieldCheck aria-hidden />,
    onAction: () => openPanel('host'),
  };
  const fullscreen: Entry = {
    id: 'fullscreen',
    text: t('shortcut.fullscreen'),
    icon: <Maximize aria-hidden />,
    onAction: toggleFullscreen,
  };
  const rest: Section = {
    entries: [
      { id: 'info', text: t('info.title'), icon: <Info aria-hidden />, onAction: () => openPanel('info') },
      ...(isHost && isNarrow ? [host] : []),
      ...(canFullscreen() ? [fullscreen] : []),
      ...(isNarrow
        ? []
        : [{ id: 'keys', text: t('shortcut.title'), icon: <Keyboard aria-hidden />, onAction: onShortcuts }]),
    ],
  };
  const sections = isNarrow
    ? [{ entries: takePart }, { entries: share ? [share, record] : [record] }, views, rest]
    : [views, rest];
  const trigger = (
    <Button className={styles.control ?? ''} aria-label={t('control.more')} data-look="plain">
      <EllipsisVertical aria-hidden />
    </Button>
  );
  return <Menu label={t('control.more')} trigger={trigger} sections={sections} />;
}

function press({ reason, toggle }: Control): () => void {
  return () => (reason ? toast(reason) : toggle());
}
