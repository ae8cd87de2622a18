import { useChat, useRoomContext, type ReceivedChatMessage } from '@livekit/components-react';
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissTopic, toast } from '../../ui/toast';
import { nameOf } from '../nameOf';
import { useMeeting } from '../MeetingContext';

interface Chat {
  readonly messages: readonly ReceivedChatMessage[];
  readonly unread: number;
  readonly send: (text: string) => Promise<unknown>;
}

const Context = createContext<Chat>({ messages: [], unread: 0, send: () => Promise.resolve() });

export function useMeetingChat(): Chat {
  return useContext(Context);
}

/** Keeps the messages while the panel is closed, counts the unread ones, and tells that they came. */
export function ChatProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { panel, openPanel } = useMeeting();
  const { messages: chatMessages, send } = useLastingChat();
  const [seen, setSeen] = useState(0);
  const told = useRef(0);
  const count = chatMessages.length;
  const isOpen = panel === 'chat';
  useEffect(() => {
    if (!isOpen) return;
    setSeen(count);
    dismissTopic('chat');
  }, [isOpen, count]);
  useEffect(() => {
    const fresh = chatMessages.slice(told.current).filter((message) => !message.from?.isLocal);
    told.current = chatMessages.length;
    if (isOpen) return;
    fresh.forEach(({ from, message }) => {
      const text = t('chat.from', { name: from ? nameOf(from) : t('chat.somebody'), text: shortened(message) });
      toast(text, { topic: 'chat', action: { text: t('chat.open'), run: () => openPanel('chat') } });
    });
  }, [chatMessages, isOpen, openPanel, t]);
  const chat = useMemo(
    () => ({ messages: chatMessages, unread: isOpen ? 0 : count - seen, send }),
    [chatMessages, isOpen, count, seen, send],
  );
  return <Context.Provider value={chat}>{children}</Context.Provider>;
}

/** What was said in this meeting, also before the connection was lost: LiveKit's chat begins anew with each room we enter. */
function useLastingChat(): { messages: readonly ReceivedChatMessage[]; send: Chat['send'] } {
  const room = useRoomContext();
  const { chatMessages, send } = useChat();
  const kept = useRef({ room, earlier: [] as readonly ReceivedChatMessage[], current: chatMessages });
  if (kept.current.room !== room) {
    kept.current = { room, earlier: [...kept.current.earlier, ...kept.current.current], current: [] };
  } else if (chatMessages.length > kept.current.current.length) {
    // It forgets everything when the room is left, so only what comes on top counts.
    kept.current.current = chatMessages;
  }
  const { earlier, current } = kept.current;
  const messages = useMemo(() => {
    const known = new Set(earlier.map(({ id }) => id));
    return [...earlier, ...current.filter(({ id }) => !known.has(id))];
  }, [earlier, current]);
  return { messages, send };
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
