import { Command, InvalidArgumentError } from 'commander'
import { configurationFrom } from '../service/open-service.ts'
import { serve } from '../service/serve.ts'
import { stopSignals } from '../service/stop-signals.ts'
import type { Terminal } from '../terminal.ts'

const help = `
Settings, from the environment:
  PORT          where it answers; 3000 unless said
  HOST          127.0.0.1 unless said: reached from this machine only
  DATA          the data folder; ./data unless said
  DATABASE_URL  a PostgreSQL of yours, version 15 or later, instead of the one in the data folder
  SECRET        signs cookies and seals codes: 32 characters or more; needed with DATABASE_URL
  OLD_SECRETS   what SECRET was before, with a space between several: what was sealed with them still opens
  BASE_URL      the address at which people reach it, such as https://alongside.example.org
  PROXIES       how many proxies stand before it; 1 with https, else 0, unless said
  MAIL          the mail server: smtp://user:password@mail.example.org:587; without it a demonstration shows
                its messages on the page Messages, and those of all others wait
  MAIL_FROM     from which address it writes: Alongside <alongside@example.org>; needed with MAIL
  DIGEST_AT     when everybody is told what is late or due, on working days by London's clocks; 08:00 unless said
  OIDC_ISSUER   the address of an identity provider whose accounts people sign in with (OpenID Connect)
  OIDC_CLIENT_ID, OIDC_CLIENT_SECRET
                as whom the provider knows Alongside; BASE_URL/sign-in/provider/back is where it sends people
  OIDC_LABEL    what the button says; "Sign in with your work account" unless said
  OIDC_TRUST_EMAIL
                yes where the provider vouches for every address without saying so; no unless said
  PASSWORDS     no where people sign in with a provider's account alone; yes unless said
  LOG           a file, - for the terminal, or none; alongside.log in the data folder unless said

Examples:
  npm start
  PORT=8080 npm start
  DATA=data-large npm start -- --families 20000`

const most = 1_000_000

const wholeNumber = (text: string): number => {
  if (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= most) return Number(text)
  throw new InvalidArgumentError(`It is a whole number from 1 to ${most}.`)
}

type Asked = { readonly families?: number; readonly demonstration: boolean }

/** `alongside serve`: the service in the browser, until it is stopped. */
export const serveCommand = (terminal: Terminal): Command =>
  new Command('serve')
    .description('serve Alongside in the browser, with a demonstration where the database is empty')
    .option('--families <number>', 'how many families to fill an empty demonstration with', wholeNumber)
    .option('--no-demonstration', 'leave an empty database empty')
    .addHelpText('after', help)
    .action(async ({ families, demonstration }: Asked) => {
      const configuration = configurationFrom(process.env)
      const { signal, release } = stopSignals()
      try {
        await serve({ configuration, families: families ?? null, demonstration, signal }, terminal)
      } finally {
        release()
      }
    })
