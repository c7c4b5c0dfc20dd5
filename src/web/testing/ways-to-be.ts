import { plainSecrets } from '#casework/fixtures/plain-secrets.ts'
import type { AuthorityToTry, SignIn } from '#casework/sign-in/sessions.ts'
import type { WebDeps } from '../web-deps.ts'
import { paths } from '../paths.ts'

/** The ways in of a demonstration with these people; another way is added to it by a test that is about it. */
export const waysToBe = (
  people: readonly AuthorityToTry[],
  more: Partial<SignIn> = {},
): Pick<WebDeps, 'signIn' | 'secrets' | 'linkTo' | 'workAccountsAt'> => ({
  signIn: {
    people: async () => people,
    authorities: async () => [],
    passwords: false,
    letters: true,
    provider: null,
    ...more,
  },
  secrets: plainSecrets(),
  workAccountsAt: more.passwords === false ? `https://alongside.example.org${paths.signIn}` : null,
  linkTo: (token) => `https://alongside.example.org${paths.signInLink(token)}`,
})
