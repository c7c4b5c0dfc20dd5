/** What people might write in a field, by the field's name, and before that by event and field. */
export const phrases: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'referral.received.reason': [
    'often late for school and tired',
    'mornings and bedtimes are hard since the move',
    'worries about sleep and behaviour at home',
    'a parent feels low and has nobody near by to turn to',
    'arguments at home that the children hear',
  ],
  'referral.received.source': [
    'school',
    'health visitor',
    'family',
    'nursery',
    'housing',
    'general practice',
  ],
  'referral.received.form': ['online form', 'MARF', 'letter'],
  'decision.made.reason': ['several needs that one service cannot meet', 'the family asks for help together'],
  'visit.made.purpose': [
    'how the week has been',
    'bedtimes',
    'mornings',
    'to see each child',
    'how the plan goes',
  ],
  'visit.made.place': ['home', 'home', 'home', 'school', 'family hub'],
  'visit.attempted.purpose': ['to see each child', 'mornings', 'bedtimes'],
  'visit.attempted.reason': ['nobody in', 'the family asked for another day'],
  'not-seen.reason': [
    'at school',
    'at nursery',
    'at a grandparent’s',
    'asleep',
    'at a club',
    'did not want to talk today',
  ],
  'contact.attempted.outcome': ['no answer', 'left a message', 'number not in use'],
  'support-call.attempted.outcome': ['no answer', 'left a message'],
  'support-call.made.outcome': ['talked about bedtimes', 'a good week', 'asked about the school'],
  'waiting-list.joined.reason': ['team full'],
  'waiting-list.left.reason': ['worker free'],
  'clock.moved.reason': [
    'the family is away',
    'a child is ill',
    'the school is closed',
    'the parent starts work',
  ],
  'assessment.delay-explained.reason': [
    'the other parent is to be heard first',
    'waiting for the school’s part',
  ],
  'case.allocated.direction': [
    'Meet the parent first; see each child before the school is asked.',
    'Begin with the mornings; find out what each child would like.',
    'Visit within the week and hear what the family wants to change.',
  ],
  'case.transferred.reason': ['the worker leaves the team', 'the family has moved'],
  'case.reopened.reason': ['the school asks again', 'the family asks for help again'],
  'social-work.started.reason': ['an incident at home'],
  'concern.raised.reason': ['not seen for too long', 'a worry that needs a manager to know'],
  'closure.proposed.reason': ['the plan has been achieved', 'the family would like to go on alone'],
  'assessment.worries': ['sleep, mornings and missed school', 'money, and arguments at home'],
  'assessment.strengths': ['a warm home and a grandparent near by', 'the children look out for each other'],
  'note.kind': ['telephone', 'professionals', 'school', 'chronology'],
  familyViews: ['agree, and would put sleep first', 'agree; would like the school to hear it too'],
  outcome: ['as hoped', 'some way to go'],
  place: ['family hub', 'home', 'school'],
  what: [
    'a bedtime that holds',
    'breakfast club three times a week',
    'a talk with the school',
    'the form for housing',
    'an hour together on Saturdays',
    'a course for parents',
    'a place at the boxing club',
    'an appointment with the doctor',
    'less time on the telephone in the evening',
  ],
  risk: ['to be talked through with the manager'],
  reason: ['as agreed with the family'],
}

/** What fits only where a child is of these ages, from and to in years. */
export const onlyAt: readonly (readonly [about: RegExp, from: number, to: number])[] = [
  [/school|club|did not want to talk/, 5, 18],
  [/boxing|telephone in the evening/, 10, 18],
  [/nursery|health visitor|^asleep$/, 0, 5],
]

/** Why a manager goes past a soft gate. */
export const overrides = [
  'the need of the child comes first; the rest follows this week',
  'agreed in supervision',
  'the family asked that it should not wait',
] as const

export const aboutFamily = ['school', 'health visitor', 'nursery', 'housing', 'school nurse'] as const
