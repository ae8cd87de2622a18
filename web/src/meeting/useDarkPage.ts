import { useEffect } from 'react';

/** The stage is always dark, and so is what opens above it: menus, dialogs, notices. */
export function useDarkPage(): void {
  useEffect(() => {
    document.documentElement.dataset.meeting = '';
    return () => {
      delete document.documentElement.dataset.meeting;
    };
  }, []);
}
