import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import styles from './Menu.module.css';

export interface Entry {
  id: string;
  text: string;
  icon?: ReactNode;
  isSelected?: boolean;
  onAction: () => void;
}

export interface Section {
  title?: string;
  entries: readonly Entry[];
}

interface Props {
  label: string;
  trigger: ReactElement;
  sections: readonly Section[];
  onOpenChange?: (open: boolean) => void;
}

/** Actions and choices behind a button, in titled groups. */
export function Menu({ label, trigger, sections, onOpenChange }: Props) {
  return (
    <MenuTrigger onOpenChange={(open) => onOpenChange?.(open)}>
      {trigger}
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          {sections.map((section, index) => (
            <MenuSection
              key={section.title ?? index}
              className={styles.section ?? ''}
              aria-label={section.title ?? label}
              selectionMode={section.entries.some((entry) => entry.isSelected !== undefined) ? 'single' : 'none'}
              selectedKeys={section.entries.filter((entry) => entry.isSelected).map((entry) => entry.id)}
            >
              {section.title && <Header className={styles.title ?? ''}>{section.title}</Header>}
              {section.entries.map((entry) => (
                <MenuItem
                  key={entry.id}
                  id={entry.id}
                  className={styles.item ?? ''}
                  textValue={entry.text}
                  onAction={entry.onAction}
                >
                  {entry.icon}
                  <span className={styles.text}>{entry.text}</span>
                  {entry.isSelected && <Check aria-hidden />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
