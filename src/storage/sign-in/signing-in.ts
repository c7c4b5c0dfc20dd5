import type { ChangingSignIn, LookingAtSignIn } from '#casework/sign-in/kept-sign-in.ts'
import type { Transaction } from '../transaction.ts'
import { countAttempt, forgetAttempts, takeBackAttempt } from './attempts.ts'
import {
  credentialOf,
  recoveryCodesLeft,
  setCredential,
  setPasswordHash,
  setRecoveryCodes,
  takeRecoveryCode,
  takeStep,
} from './credentials.ts'
import { dropLinks, keepLink, link, setChosen, takeLink } from './links.ts'
import { linkSubject, subjectOf, unlinkSubjects, userOfEmail, userOfSubject } from './who-it-is.ts'

/** The part of the port that is about signing in, for reading. */
export const lookingAtSignIn = (one: Transaction): LookingAtSignIn => ({
  userOfEmail: (email) => userOfEmail(one, email),
  credentialOf: (user) => credentialOf(one, user),
  link: (digest) => link(one, digest),
  recoveryCodesLeft: (user) => recoveryCodesLeft(one, user),
  userOfSubject: (subject) => userOfSubject(one, subject),
  subjectOf: (user, issuer) => subjectOf(one, user, issuer),
})

export const changingSignIn = (one: Transaction): ChangingSignIn => ({
  setCredential: (credential) => setCredential(one, credential),
  setPasswordHash: (user, hash) => setPasswordHash(one, user, hash),
  takeStep: (user, step) => takeStep(one, user, step),
  setRecoveryCodes: (user, digests) => setRecoveryCodes(one, user, digests),
  takeRecoveryCode: (user, digest, at) => takeRecoveryCode(one, user, digest, at),
  keepLink: (given, at) => keepLink(one, given, at),
  setChosen: (digest, chosen) => setChosen(one, digest, chosen),
  takeLink: (digest, at) => takeLink(one, digest, at),
  dropLinks: (user) => dropLinks(one, user),
  countAttempt: (about, at, forLong) => countAttempt(one, about, at, forLong),
  forgetAttempts: (about) => forgetAttempts(one, about),
  takeBackAttempt: (about) => takeBackAttempt(one, about),
  linkSubject: (user, subject) => linkSubject(one, user, subject),
  unlinkSubjects: (user) => unlinkSubjects(one, user),
})
