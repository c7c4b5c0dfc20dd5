import type { PageRoutes } from '../web-deps.ts'
import { draftRoutes } from './drafts/route.ts'
import { healthRoutes } from './health/route.ts'
import { homeRoutes } from './home/route.ts'
import { recordRoutes } from './record/route.ts'
import { signInRoutes } from './sign-in/route.ts'
import { signOutRoutes } from './sign-out/route.ts'

/** Every page of the service. A new page adds its line here. */
export const allPages: readonly PageRoutes[] = [
  healthRoutes,
  signInRoutes,
  signOutRoutes,
  homeRoutes,
  draftRoutes,
  recordRoutes,
]
