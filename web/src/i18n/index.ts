import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { recall, remember } from '../app/store';
import type words from './en.json';

export type Key = keyof typeof words;

export const languages = { en: 'English', fr: 'Français', de: 'Deutsch', nl: 'Nederlands' } as const;
export type Language = keyof typeof languages;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof words };
    keySeparator: false;
    nsSeparator: false;
    returnNull: false;
  }
}

const dictionaries: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('./en.json'),
  fr: () => import('./fr.json'),
  de: () => import('./de.json'),
  nl: () => import('./nl.json'),
};

/** Loads the words of the person's language; to be awaited before the first render. */
export async function startWords(wanted: Language = preferred()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: wanted,
    resources: { [wanted]: { translation: (await dictionaries[wanted]()).default } },
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = wanted;
}

export function language(): Language {
  return known(i18next.language) ?? 'en';
}

/** Changes the language of the page and remembers it in this browser. */
export async function chooseLanguage(wanted: Language): Promise<void> {
  i18next.addResourceBundle(wanted, 'translation', (await dictionaries[wanted]()).default);
  await i18next.changeLanguage(wanted);
  document.documentElement.lang = wanted;
  remember('language', wanted);
}

/** The name our API has for a language. */
export function accountLanguage(of: Language): string {
  return { en: 'en-us', fr: 'fr-fr', de: 'de-de', nl: 'nl-nl' }[of];
}

export function known(tag: string | null | undefined): Language | undefined {
  const start = tag?.slice(0, 2).toLowerCase();
  return (Object.keys(languages) as Language[]).find((name) => name === start);
}

function preferred(): Language {
  return known(recall('language')) ?? navigator.languages.map(known).find(Boolean) ?? 'en';
}
