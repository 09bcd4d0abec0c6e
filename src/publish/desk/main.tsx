import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RefusedError } from './ledger-api.ts'
import { makeRouter } from './router.tsx'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import './style/tokens.css'
import './style/base.css'
import './style/frame.css'
import './style/lines.css'
import './style/parts.css'
import './style/screens.css'
import './style/map.css'
import './style/legend.css'
import './style/reading.css'
import './style/scores.css'
import './style/work.css'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      retry: (count, error) => count < 2 && !(error instanceof RefusedError && error.status < 500),
    },
  },
})
const router = makeRouter()

const root = document.getElementById('desk')
if (!root) throw new Error('desk: expected an element with id "desk" in the page, found none')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
