import { useTranslation } from 'react-i18next';
import type { AccessLevel } from '../api/types';
import type { Key } from '../i18n';
import { Options } from '../ui/Options';

const words: Record<AccessLevel, { text: Key; hint: Key }> = {
  public: { text: 'access.public', hint: 'access.publicHint' },
  trusted: { text: 'access.trusted', hint: 'access.trustedHint' },
  restricted: { text: 'access.restricted', hint: 'access.restrictedHint' },
};

export const accessLevels = Object.keys(words) as AccessLevel[];

interface Props {
  label: string;
  value: AccessLevel;
  isDisabled?: boolean;
  onChange: (level: AccessLevel) => void;
}

/** Who gets in without asking. */
export function AccessLevels({ label, value, isDisabled = false, onChange }: Props) {
  const { t } = useTranslation();
  const options = accessLevels.map((level) => ({
    value: level,
    text: t(words[level].text),
    hint: t(words[level].hint),
  }));
  return <Options label={label} value={value} options={options} isDisabled={isDisabled} onChange={onChange} />;
}
