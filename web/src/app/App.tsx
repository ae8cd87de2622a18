import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { isStatus } from '../api/client';
import { Announcer } from '../ui/Announcer';
import { Loading } from '../ui/Loading';
import { Toasts } from '../ui/Toasts';
import { ErrorBoundary } from './ErrorBoundary';
import { AccountPage, HomePage, RecordingPage, RoomPage, RoomSettingsPage, SharedPage } from './pages';
import { MessagePage } from './MessagePage';
import { Page } from './Page';
import { navigate, route, usePath, type Route } from './router';
import { usePreferenceSync } from './session';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && !isStatus(error, 400, 401, 403, 404),
    },
  },
});

export function App() {
  const { i18n } = useTranslation();
  return (
    <QueryClientProvider client={client}>
      <I18nProvider locale={i18n.language}>
        <RouterProvider navigate={navigate}>
          <Current />
          <Toasts />
          <Announcer />
        </RouterProvider>
      </I18nProvider>
    </QueryClientProvider>
  );
}

function Current() {
  const path = usePath();
  usePreferenceSync();
  return (
    <ErrorBoundary key={path}>
      <Suspense fallback={<Waiting />}>
        <Shown route={route(path)} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Shown({ route: shown }: { route: Route }) {
  const { t } = useTranslation();
  switch (shown.page) {
    case 'home':
      return <HomePage />;
    case 'account':
      return <AccountPage />;
    case 'recording':
      return <RecordingPage id={shown.id} />;
    case 'shared':
      return <SharedPage id={shown.id} />;
    case 'room':
      return <RoomPage key={shown.slug} slug={shown.slug} />;
    case 'settings':
      return <RoomSettingsPage key={shown.slug} slug={shown.slug} />;
    case 'notFound':
      return <MessagePage title={t('notFound.title')}>{t('notFound.text')}</MessagePage>;
  }
}

function Waiting() {
  return (
    <Page>
      <Loading />
    </Page>
  );
}
