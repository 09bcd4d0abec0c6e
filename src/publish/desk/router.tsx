import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Frame } from './parts/frame.tsx'
import { NotFound } from './parts/states.tsx'
import { ClaimScreen } from './screens/claim.tsx'
import { PlaceScreen } from './screens/place.tsx'
import { NewestDay, TodayScreen } from './screens/today.tsx'
import {
  deskSearch,
  disputesSearch,
  figuresSearch,
  mapSearch,
  reportSearch,
  reviewSearch,
  searchSearch,
} from './search-params.ts'

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFound, validateSearch: deskSearch })
const under = { getParentRoute: () => rootRoute }

const newestRoute = createRoute({ ...under, path: '/', component: NewestDay })
const dayRoute = createRoute({ ...under, path: '/day/$date', component: TodayScreen })
const placeRoute = createRoute({ ...under, path: '/place/$id', component: PlaceScreen })
const claimRoute = createRoute({ ...under, path: '/claim/$id', component: ClaimScreen })
const mapRoute = createRoute({
  ...under,
  path: '/map',
  validateSearch: mapSearch,
  component: lazyRouteComponent(() => import('./screens/map.tsx'), 'MapScreen'),
})
const storiesRoute = createRoute({
  ...under,
  path: '/stories',
  component: lazyRouteComponent(() => import('./screens/stories.tsx'), 'StoriesScreen'),
})
const storyRoute = createRoute({
  ...under,
  path: '/story/$id',
  component: lazyRouteComponent(() => import('./screens/story.tsx'), 'StoryScreen'),
})
const disputesRoute = createRoute({
  ...under,
  path: '/disputes',
  validateSearch: disputesSearch,
  component: lazyRouteComponent(() => import('./screens/disputes.tsx'), 'DisputesScreen'),
})
const disputeRoute = createRoute({
  ...under,
  path: '/dispute/$id',
  component: lazyRouteComponent(() => import('./screens/dispute.tsx'), 'DisputeScreen'),
})
const figuresRoute = createRoute({
  ...under,
  path: '/figures',
  validateSearch: figuresSearch,
  component: lazyRouteComponent(() => import('./screens/figures.tsx'), 'FiguresScreen'),
})
const forecastsRoute = createRoute({
  ...under,
  path: '/forecasts',
  component: lazyRouteComponent(() => import('./screens/forecasts.tsx'), 'ForecastsScreen'),
})
const reviewRoute = createRoute({
  ...under,
  path: '/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('./screens/review.tsx'), 'ReviewScreen'),
})
const correctionsRoute = createRoute({
  ...under,
  path: '/corrections',
  component: lazyRouteComponent(() => import('./screens/corrections.tsx'), 'CorrectionsScreen'),
})
const watchesRoute = createRoute({
  ...under,
  path: '/watches',
  component: lazyRouteComponent(() => import('./screens/watches.tsx'), 'WatchesScreen'),
})
const searchRoute = createRoute({
  ...under,
  path: '/search',
  validateSearch: searchSearch,
  component: lazyRouteComponent(() => import('./screens/search.tsx'), 'SearchScreen'),
})
const sourcesRoute = createRoute({
  ...under,
  path: '/sources',
  component: lazyRouteComponent(() => import('./screens/sources.tsx'), 'SourcesScreen'),
})
const sourceRoute = createRoute({
  ...under,
  path: '/source/$id',
  component: lazyRouteComponent(() => import('./screens/source.tsx'), 'SourceScreen'),
})
const reportRoute = createRoute({
  ...under,
  path: '/report/$id',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('./screens/report.tsx'), 'ReportScreen'),
})

/** The desk's addresses; every state of a screen that somebody could want to send to somebody else stands in its address. */
export const makeRouter = () =>
  createRouter({
    routeTree: rootRoute.addChildren([
      newestRoute,
      dayRoute,
      placeRoute,
      claimRoute,
      mapRoute,
      storiesRoute,
      storyRoute,
      disputesRoute,
      disputeRoute,
      figuresRoute,
      forecastsRoute,
      reviewRoute,
      correctionsRoute,
      watchesRoute,
      searchRoute,
      sourcesRoute,
      sourceRoute,
      reportRoute,
    ]),
    defaultPreload: 'intent',
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
