import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { Frame } from './parts/frame.tsx'
import { NotFound } from './parts/states.tsx'
import { ClaimScreen } from './screens/claim.tsx'
import { PlaceScreen } from './screens/place.tsx'
import { NewestDay, TodayScreen } from './screens/today.tsx'

/** `?asOf=` stands on every address, so that a look back can be sent to somebody else. */
export interface DeskSearch {
  asOf?: string
}

const validateSearch = (search: Record<string, unknown>): DeskSearch =>
  typeof search['asOf'] === 'string' && /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(search['asOf'])
    ? { asOf: search['asOf'] }
    : {}

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFound, validateSearch })
const newestRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: NewestDay })
const dayRoute = createRoute({ getParentRoute: () => rootRoute, path: '/day/$date', component: TodayScreen })
const placeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/place/$id', component: PlaceScreen })
const claimRoute = createRoute({ getParentRoute: () => rootRoute, path: '/claim/$id', component: ClaimScreen })

/** The desk's addresses: `/` (newest day), `/day/2024-11-26`, `/place/bakhmut`, `/claim/c_…`. */
export const makeRouter = () =>
  createRouter({
    routeTree: rootRoute.addChildren([newestRoute, dayRoute, placeRoute, claimRoute]),
    defaultPreload: 'intent',
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
