import type { ComponentType } from 'react';
import type { Database } from '#db/database.ts';
import { type Late, late } from '#ui/live/use-late.ts';

/** What every screen gets from the app. */
export type Screen = ComponentType<{ readonly db: Database }>;

/** A place of the app: its address as wouter reads it, and the screen fetched when it is first opened. */
export type Route = {
  readonly path: string;
  /** Which entry of the navigation it belongs to. */
  readonly place: Place;
  readonly screen: Late<Screen>;
};

export const places = ['today', 'customers', 'pipeline', 'insights', 'assistant', 'more'] as const;
export type Place = (typeof places)[number];

/** Every address there is. The query of an address belongs to its screen. */
export const routes: readonly Route[] = [
  {
    path: '/',
    place: 'today',
    screen: late<Screen>(() =>
      import('#features/today/today-screen.tsx').then((part) => part.TodayScreen),
    ),
  },
  {
    path: '/customers/:id?',
    place: 'customers',
    screen: late<Screen>(() =>
      import('#features/customers/customers-screen.tsx').then((part) => part.CustomersScreen),
    ),
  },
  {
    path: '/log/:customerId',
    place: 'today',
    screen: late<Screen>(() =>
      import('#features/activities/log-screen.tsx').then((part) => part.LogScreen),
    ),
  },
  {
    path: '/tasks',
    place: 'today',
    screen: late<Screen>(() =>
      import('#features/tasks/tasks-screen.tsx').then((part) => part.TasksScreen),
    ),
  },
  {
    path: '/report/:day?',
    place: 'today',
    screen: late<Screen>(() =>
      import('#features/activities/day-report-screen.tsx').then((part) => part.DayReportScreen),
    ),
  },
  {
    path: '/assistant',
    place: 'assistant',
    screen: late<Screen>(() =>
      import('#features/assistant/assistant-screen.tsx').then((part) => part.AssistantScreen),
    ),
  },
  {
    path: '/pipeline/:id?',
    place: 'pipeline',
    screen: late<Screen>(() =>
      import('#features/pipeline/pipeline-screen.tsx').then((part) => part.PipelineScreen),
    ),
  },
  // The more particular address comes first.
  {
    path: '/insights/segments',
    place: 'insights',
    screen: late<Screen>(() =>
      import('#features/segments/segments-screen.tsx').then((part) => part.SegmentsScreen),
    ),
  },
  {
    path: '/insights/suggestions',
    place: 'insights',
    screen: late<Screen>(() =>
      import('#features/recommendations/recommendations-screen.tsx').then(
        (part) => part.RecommendationsScreen,
      ),
    ),
  },
  {
    path: '/insights/:view?',
    place: 'insights',
    screen: late<Screen>(() =>
      import('#features/predictions/predictions-screen.tsx').then((part) => part.PredictionsScreen),
    ),
  },
  {
    path: '/orders/:id?',
    place: 'more',
    screen: late<Screen>(() =>
      import('#features/orders/orders-screen.tsx').then((part) => part.OrdersScreen),
    ),
  },
  {
    path: '/products/:id?',
    place: 'more',
    screen: late<Screen>(() =>
      import('#features/products/products-screen.tsx').then((part) => part.ProductsScreen),
    ),
  },
  {
    path: '/import',
    place: 'more',
    screen: late<Screen>(() =>
      import('#features/imports/import-screen.tsx').then((part) => part.ImportScreen),
    ),
  },
  {
    path: '/settings',
    place: 'more',
    screen: late<Screen>(() =>
      import('#features/settings/settings-screen.tsx').then((part) => part.SettingsScreen),
    ),
  },
  {
    path: '/fields',
    place: 'more',
    screen: late<Screen>(() =>
      import('#features/fields/fields-screen.tsx').then((part) => part.FieldsScreen),
    ),
  },
  {
    path: '/more',
    place: 'more',
    screen: late<Screen>(() =>
      import('#features/more/more-screen.tsx').then((part) => part.MoreScreen),
    ),
  },
  {
    path: '/export',
    place: 'more',
    screen: late<Screen>(() =>
      import('#features/export/export-screen.tsx').then((part) => part.ExportScreen),
    ),
  },
  {
    path: '/trash',
    place: 'more',
    screen: late<Screen>(() =>
      import('#features/trash/trash-screen.tsx').then((part) => part.TrashScreen),
    ),
  },
  {
    path: '/history',
    place: 'more',
    screen: late<Screen>(() =>
      import('#features/history/history-screen.tsx').then((part) => part.HistoryScreen),
    ),
  },
  {
    path: '/duplicates',
    place: 'more',
    screen: late<Screen>(() =>
      import('#features/duplicates/duplicates-screen.tsx').then((part) => part.DuplicatesScreen),
    ),
  },
];

/** The route whose screens an address such as `/customers/17` opens. */
export const routeOf = (path: string): Route | undefined =>
  routes.find((route) =>
    route.path === '/' ? path === '/' : path.startsWith(route.path.replace(/\/:.*$/u, '')),
  );
