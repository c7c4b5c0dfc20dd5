import type { PageRoutes } from '../web-deps.ts'
import { addPersonRoutes } from './add-person/route.ts'
import { administrationHistoryRoutes } from './administration-history/route.ts'
import { accountRoutes } from './account/route.ts'
import { allocateRoutes } from './allocate/route.ts'
import { caseAuditRoutes } from './case-audit/route.ts'
import { caseOverviewRoutes } from './case-overview/route.ts'
import { casePeopleRoutes } from './case-people/route.ts'
import { caseProcedureRoutes } from './case-procedure/route.ts'
import { caseTimelineRoutes } from './case-timeline/route.ts'
import { changePersonRoutes } from './change-person/route.ts'
import { changeRelationshipRoutes } from './change-relationship/route.ts'
import { closuresRoutes } from './closures/route.ts'
import { correctRoutes } from './correct/route.ts'
import { documentRoutes } from './document/route.ts'
import { documentsRoutes } from './documents/route.ts'
import { draftRoutes } from './drafts/route.ts'
import { dutyRoutes } from './duty/route.ts'
import { familiesRoutes } from './families/route.ts'
import { fillFormRoutes } from './fill-form/route.ts'
import { forgottenPasswordRoutes } from './forgotten-password/route.ts'
import { healthRoutes } from './health/route.ts'
import { homeRoutes } from './home/route.ts'
import { inviteUserRoutes } from './invite-user/route.ts'
import { messagesRoutes } from './messages/route.ts'
import { moveDateRoutes } from './move-date/route.ts'
import { myWorkRoutes } from './my-work/route.ts'
import { newReferralRoutes } from './new-referral/route.ts'
import { openRestrictedRoutes } from './open-restricted/route.ts'
import { peopleHistoryRoutes } from './people-history/route.ts'
import { procedureRoutes } from './procedure/route.ts'
import { recordRoutes } from './record/route.ts'
import { referralsRoutes } from './referrals/route.ts'
import { relatePeopleRoutes } from './relate-people/route.ts'
import { removePersonRoutes } from './remove-person/route.ts'
import { renameFamilyRoutes } from './rename-family/route.ts'
import { restrictionRoutes } from './restriction/route.ts'
import { returnDocumentRoutes } from './return-document/route.ts'
import { serviceDetailsRoutes } from './service-details/route.ts'
import { signInCodeRoutes } from './sign-in-code/route.ts'
import { signInLinkRoutes } from './sign-in-link/route.ts'
import { signInProviderRoutes } from './sign-in-provider/route.ts'
import { signInRoutes } from './sign-in/route.ts'
import { signOutRoutes } from './sign-out/route.ts'
import { signDocumentRoutes } from './sign-document/route.ts'
import { takeBackRoutes } from './take-back/route.ts'
import { teamRoutes } from './team/route.ts'
import { teamsRoutes } from './teams/route.ts'
import { userRoutes } from './user/route.ts'
import { usersRoutes } from './users/route.ts'
import { writeLetterRoutes } from './write-letter/route.ts'

/** Every page of the service. A new page adds its line here. */
export const allPages: readonly PageRoutes[] = [
  healthRoutes,
  signInRoutes,
  signInCodeRoutes,
  signInLinkRoutes,
  signInProviderRoutes,
  forgottenPasswordRoutes,
  signOutRoutes,
  accountRoutes,
  homeRoutes,
  draftRoutes,
  recordRoutes,
  correctRoutes,
  takeBackRoutes,
  referralsRoutes,
  newReferralRoutes,
  allocateRoutes,
  moveDateRoutes,
  familiesRoutes,
  teamRoutes,
  messagesRoutes,
  myWorkRoutes,
  caseOverviewRoutes,
  caseTimelineRoutes,
  casePeopleRoutes,
  addPersonRoutes,
  changePersonRoutes,
  changeRelationshipRoutes,
  peopleHistoryRoutes,
  relatePeopleRoutes,
  removePersonRoutes,
  renameFamilyRoutes,
  documentsRoutes,
  documentRoutes,
  fillFormRoutes,
  returnDocumentRoutes,
  signDocumentRoutes,
  writeLetterRoutes,
  caseProcedureRoutes,
  restrictionRoutes,
  openRestrictedRoutes,
  caseAuditRoutes,
  procedureRoutes,
  usersRoutes,
  inviteUserRoutes,
  userRoutes,
  teamsRoutes,
  serviceDetailsRoutes,
  closuresRoutes,
  dutyRoutes,
  administrationHistoryRoutes,
]
