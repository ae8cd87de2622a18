import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { alice, configuration, server, show } from '../testing/page';
import { Page } from './Page';

beforeEach(() => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  server({ 'GET users/me/': [200, alice], 'GET config/': [200, configuration] });
});

afterEach(() => vi.unstubAllGlobals());

function used(hasBeenActive: boolean): void {
  Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive }, configurable: true });
}

it('takes the focus that the former page left nowhere', () => {
  used(true);
  show(<Page title="My account">text</Page>);
  expect(document.activeElement).toBe(screen.getByRole('main', { name: 'My account' }));
});

it('leaves it to the browser when the app is opened', () => {
  used(false);
  show(<Page title="My account">text</Page>);
  expect(document.activeElement).toBe(document.body);
});

it('leaves it to a field that asks for it', () => {
  used(true);
  show(
    <Page>
      <input aria-label="Name" autoFocus />
    </Page>,
  );
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
});
