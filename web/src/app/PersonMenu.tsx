import { CircleUserRound, LogOut, Monitor, Moon, Settings2, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { User } from '../api/types';
import { chooseLanguage, languages, type Key, type Language } from '../i18n';
import { IconButton } from '../ui/IconButton';
import { Menu, type Section } from '../ui/Menu';
import { navigate } from './router';
import { signOut } from './session';
import { themes, useTheme, type Theme } from './theme';

const themeNames: Record<Theme, Key> = { system: 'theme.system', light: 'theme.light', dark: 'theme.dark' };
const themeIcons = { system: Monitor, light: Sun, dark: Moon };

/** The account (when signed in), the look and the language, behind one button. */
export function PersonMenu({ user }: { user: User | null }) {
  const { t, i18n } = useTranslation();
  const [theme, setTheme] = useTheme();
  const look: Section = {
    title: t('theme.title'),
    entries: themes.map((name) => {
      const Icon = themeIcons[name];
      const text = t(themeNames[name]);
      return { id: name, text, icon: <Icon aria-hidden />, isSelected: theme === name, onAction: () => setTheme(name) };
    }),
  };
  const words: Section = {
    title: t('account.language'),
    entries: (Object.entries(languages) as [Language, string][]).map(([name, text]) => ({
      id: name,
      text,
      isSelected: i18n.language === name,
      onAction: () => void chooseLanguage(name),
    })),
  };
  const account: Section = {
    title: user?.full_name ?? user?.email ?? t('account.title'),
    entries: [
      {
        id: 'account',
        text: t('account.title'),
        icon: <Settings2 aria-hidden />,
        onAction: () => navigate('/account'),
      },
      { id: 'out', text: t('page.signOut'), icon: <LogOut aria-hidden />, onAction: signOut },
    ],
  };
  const label = user ? t('page.accountMenu') : t('page.settingsMenu');
  return (
    <Menu
      label={label}
      trigger={
        <IconButton label={label}>{user ? <CircleUserRound aria-hidden /> : <Settings2 aria-hidden />}</IconButton>
      }
      sections={user ? [account, look] : [look, words]}
    />
  );
}
