import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';

/** Words for why a call failed, when the caller has no better ones. */
export function useFailureText(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t('failure.network');
      if (error.status === 401) return t('failure.signedOut');
      if (error.status === 403) return t('failure.forbidden');
      if (error.status === 404) return t('failure.notFound');
      if (error.status === 429) return t('failure.tooMany');
      return t('failure.server');
    },
    [t],
  );
}
