import type { TFunction } from 'i18next';
import type { Room } from '../api/types';

/** What somebody needs to come: on the web, and by phone where the server has a number and the room a PIN. */
export interface Invitation {
  readonly link: string;
  readonly phone: string | null;
  readonly pin: string | null;
}

export function invitationTo(room: Pick<Room, 'slug' | 'pin_code'>, phone: string | null | undefined): Invitation {
  const hasPhone = Boolean(phone && room.pin_code);
  return {
    link: `${location.origin}/${room.slug}`,
    phone: hasPhone ? (phone ?? null) : null,
    pin: hasPhone ? (room.pin_code ?? null) : null,
  };
}

/** A PIN in groups that can be read aloud and kept in mind: ten digits as 3-3-4, others in threes. */
export function grouped(pin: string): string {
  const groups = pin.length === 10 ? [pin.slice(0, 3), pin.slice(3, 6), pin.slice(6)] : (pin.match(/.{1,3}/g) ?? []);
  return `${groups.join(' ')}#`;
}

/** The address that makes a phone dial the number and type the PIN after a pause. */
export function dialing(phone: string, pin: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')},,${pin}%23`;
}

/** All of it as one text, to be pasted into a mail or a message. */
export function asText(t: TFunction, name: string, { link, phone, pin }: Invitation): string {
  const lines = [t('invite.textTitle', { name }), link];
  if (phone && pin) lines.push('', t('invite.textPhone', { phone, pin: grouped(pin) }));
  return lines.join('\n');
}

/** The addresses in what somebody typed or pasted, each once. */
export function addressesIn(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .map(bare)
        .filter(Boolean),
    ),
  ];
}

function bare(address: string): string {
  return address.replace(/^<|>$/g, '');
}
