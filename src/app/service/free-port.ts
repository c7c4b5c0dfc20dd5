import { createServer } from 'node:net'

/** What to say of an address that cannot be listened at; null for a failure of another kind. */
export const whyNotThere = (error: unknown, host: string, port: number): string | null => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program, or Alongside is running already. Open http://${host}:${port} to see which; or choose another port: PORT=${port + 1} npm start`
  if (code === 'EACCES')
    return `Port ${port} may not be used by this account. Choose one above 1023: PORT=3000 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is not an address of this machine. Leave HOST out, or give 0.0.0.0 to be reached from other machines.`
  return null
}

/** Tries whether the address can be listened at. Rejects with the failure where it cannot. */
export const tryPort = (host: string, port: number): Promise<void> =>
  new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => done()))
  })
