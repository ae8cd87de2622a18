import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../web/src/i18n');

/** The web app's words in a language, by key: what the person reads is what the journey looks for. */
export function words(language) {
  const dictionary = JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8'));
  return (key, values = {}) => {
    const text = dictionary[key];
    if (text === undefined) throw new Error(`The web app has no word ${key} in ${language}`);
    return text.replace(/{{(\w+)}}/g, (_, name) => String(values[name]));
  };
}
