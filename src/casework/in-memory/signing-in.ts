import type {
  Attempts,
  ChangingSignIn,
  Credential,
  Link,
  LookingAtSignIn,
  Subject,
} from '../sign-in/kept-sign-in.ts'

/** What is kept of signing in. */
export type KeptSignIn = {
  readonly credentials: Map<string, Credential>
  /** Digests of recovery codes that were not used, by user. */
  readonly recoveryCodes: Map<string, readonly string[]>
  readonly links: Map<string, Link>
  readonly attempts: Map<string, Attempts & { readonly until: number }>
  readonly subjects: readonly (Subject & { readonly user: string })[]
}

export const nothingOfSignIn: KeptSignIn = {
  credentials: new Map(),
  recoveryCodes: new Map(),
  links: new Map(),
  attempts: new Map(),
  subjects: [],
}

export const copyOfSignIn = (kept: KeptSignIn): KeptSignIn => ({
  credentials: new Map(kept.credentials),
  recoveryCodes: new Map(kept.recoveryCodes),
  links: new Map(kept.links),
  attempts: new Map(kept.attempts),
  subjects: kept.subjects,
})

type Place = {
  signIn: KeptSignIn
  readonly users: readonly { readonly user: string; readonly email: string }[]
}

export const lookingAtSignIn = (place: Place): LookingAtSignIn => ({
  userOfEmail: async (email) =>
    place.users.find((one) => one.email.toLowerCase() === email.toLowerCase())?.user ?? null,
  credentialOf: async (user) => place.signIn.credentials.get(user) ?? null,
  link: async (digest) => place.signIn.links.get(digest) ?? null,
  recoveryCodesLeft: async (user) => place.signIn.recoveryCodes.get(user)?.length ?? 0,
  userOfSubject: async ({ issuer, subject }) =>
    place.signIn.subjects.find((one) => one.issuer === issuer && one.subject === subject)?.user ?? null,
  subjectOf: async (user, issuer) =>
    place.signIn.subjects.find((one) => one.issuer === issuer && one.user === user)?.subject ?? null,
})

export const changingSignIn = (place: Place): ChangingSignIn => {
  const { credentials, recoveryCodes, links, attempts } = place.signIn
  const change = (user: string, set: Partial<Credential>): void => {
    const known = credentials.get(user)
    if (known !== undefined) credentials.set(user, { ...known, ...set })
  }
  const changeLink = (digest: string, set: Partial<Link>): void => {
    const known = links.get(digest)
    if (known !== undefined) links.set(digest, { ...known, ...set })
  }
  return {
    setCredential: async (credential) => void credentials.set(credential.user, credential),
    setPasswordHash: async (user, passwordHash) => change(user, { passwordHash }),
    takeStep: async (user, lastStep) => {
      const known = credentials.get(user)
      if (known === undefined || (known.lastStep !== null && known.lastStep >= lastStep)) return false
      change(user, { lastStep })
      return true
    },
    setRecoveryCodes: async (user, digests) => void recoveryCodes.set(user, digests),
    takeRecoveryCode: async (user, digest) => {
      const known = recoveryCodes.get(user) ?? []
      if (!known.includes(digest)) return false
      recoveryCodes.set(
        user,
        known.filter((one) => one !== digest),
      )
      return true
    },
    keepLink: async (link, at) => {
      for (const [digest, { user, until }] of links)
        if (user === link.user && until <= at) links.delete(digest)
      links.set(link.digest, { ...link, used: false, chosen: null })
    },
    setChosen: async (digest, chosen) => changeLink(digest, { chosen }),
    takeLink: async (digest, at) => {
      const known = links.get(digest)
      if (known === undefined || known.used || known.until <= at) return false
      changeLink(digest, { used: true, chosen: null })
      return true
    },
    dropLinks: async (user) => {
      for (const [digest, link] of links) if (link.user === user && !link.used) links.delete(digest)
    },
    countAttempt: async (about, at, forLong) => {
      for (const [other, { until }] of attempts) if (until <= at) attempts.delete(other)
      const known = attempts.get(about) ?? { count: 0, since: at, until: at + forLong }
      attempts.set(about, { ...known, count: known.count + 1 })
      return { count: known.count + 1, since: known.since }
    },
    forgetAttempts: async (about) => void attempts.delete(about),
    takeBackAttempt: async (about) => {
      const known = attempts.get(about)
      if (known !== undefined && known.count > 0) attempts.set(about, { ...known, count: known.count - 1 })
    },
    linkSubject: async (user, subject) => {
      const { subjects } = place.signIn
      const isTaken = subjects.some(
        (one) => one.issuer === subject.issuer && (one.subject === subject.subject || one.user === user),
      )
      if (isTaken) throw new Error('This subject is known already.')
      place.signIn = { ...place.signIn, subjects: [...subjects, { ...subject, user }] }
    },
    unlinkSubjects: async (user) => {
      const subjects = place.signIn.subjects.filter((one) => one.user !== user)
      place.signIn = { ...place.signIn, subjects }
    },
  }
}
