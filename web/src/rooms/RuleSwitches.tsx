import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { configurationQuery } from '../api/queries';
import type { RoomConfiguration, Source } from '../api/types';
import type { Key } from '../i18n';
import { Switch } from '../ui/Switch';
import styles from './Rooms.module.css';
import { rules, rulesOf, withRule, type Rule } from './rules';

const words: Record<Rule, { text: Key; hint?: Key }> = {
  microphone: { text: 'rule.microphone' },
  camera: { text: 'rule.camera' },
  screen: { text: 'rule.screen' },
  muteOthers: { text: 'rule.muteOthers', hint: 'rule.muteOthersHint' },
};

interface Props {
  label: string;
  configuration: RoomConfiguration | undefined;
  isDisabled?: boolean;
  onChange: (configuration: RoomConfiguration, rule: Rule) => void;
}

/** What participants may do; hosts always may. */
export function RuleSwitches({ label, configuration, isDisabled = false, onChange }: Props) {
  const { t } = useTranslation();
  const defaults = useDefaultSources();
  const now = rulesOf(configuration, defaults);
  return (
    <fieldset className={styles.rules}>
      <legend className={styles.legend}>{label}</legend>
      {rules.map((rule) => {
        const { text, hint } = words[rule];
        return (
          <Switch
            key={rule}
            label={t(text)}
            {...(hint ? { hint: t(hint) } : {})}
            isOn={now[rule]}
            isDisabled={isDisabled}
            onChange={(on) => onChange(withRule(configuration, rule, on, defaults), rule)}
          />
        );
      })}
    </fieldset>
  );
}

const everything: readonly Source[] = ['camera', 'microphone', 'screen_share', 'screen_share_audio'];

/** What participants may send where a room says nothing. */
export function useDefaultSources(): readonly Source[] {
  return useQuery(configurationQuery).data?.livekit.default_sources ?? everything;
}
