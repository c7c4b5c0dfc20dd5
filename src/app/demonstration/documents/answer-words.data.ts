/**
 * What people might answer, by what the question is about: the first of these that its id and words fit. `{child}` is the
 * child whom it is about; an answer with it is given to no other question.
 */
export const answerWords: readonly (readonly [about: RegExp, answers: readonly [string, ...string[]]])[] = [
  [
    /^what what\b/,
    [
      'A bedtime that holds',
      'Breakfast club three times a week',
      'A talk with the school',
      'The form for housing',
    ],
  ],
  [/^(agency|name|person|part|service) /, ['The primary school', 'The health visitor', 'The family hub']],
  [
    /^(meaning|analysis|patterns|explanations) /,
    [
      'Things became harder after the move, when help from relatives was further away. Tiredness, lateness and arguments feed each other.',
      'When bedtimes hold, the mornings hold. It slips when shifts change, and the family knows that now.',
    ],
  ],
  [
    /voice|child say|child think|child want|like-to-be|what is it like|^(says|views|wants) /,
    [
      '“I like it when we have breakfast together. I would like fewer arguments at bedtime.”',
      '“School is all right when I am not tired.” {child} drew the house with everybody at the table.',
      '“It is better now. I want it to stay like this.”',
      '{child} would like to see Nan on Sundays again, and to have a light in the hall at night.',
      '{child} brought the toys to show, and sat close by while we talked.',
      '{child} is too young to say it in words: settles quickly when held, and looks round at every voice.',
    ],
  ],
  [
    /^goal|looks-like|better for this child|day be better|progress|change /,
    [
      '{child} is in bed by eight on school nights and is rested in the morning.',
      '{child} is at school on time four days out of five, and has somebody there to talk to.',
      '{child} has an hour alone with a parent every week.',
      'Everybody is in bed on time on school nights, and mornings are calm.',
      'Evenings are calm, and everybody sleeps through.',
    ],
  ],
  [
    /how-we-know|how shall we|measure|measured|sign\b/,
    [
      'We ask {child}, and look at the school’s register together.',
      'The school’s register, and what the family says.',
      'What the family says at each meeting.',
    ],
  ],
  [
    /health|growth|wellbeing/,
    [
      'Well, and up to date with immunisations. Tired on most weekdays.',
      'Asthma, looked after by the practice; the inhaler is at school too.',
      'Growing well, and weighed last week; the health visitor comes every month.',
    ],
  ],
  [
    /learning|school|attendance|nursery/,
    [
      'Attendance is 88 per cent and getting better. Reads well; finds maths hard.',
      'Likes school and has two good friends there, and is often late on Mondays.',
      'Goes to nursery three mornings a week, and likes the songs.',
      'Is babbling and reaching for things, and likes the baby group at the family hub.',
    ],
  ],
  [
    /relationships|who matters|friends|feelings/,
    [
      'Close to Nan, who lives two streets away.',
      'A best friend next door. Worries about the parents when they argue.',
    ],
  ],
  [
    /home|housing|money|rooms|safety|safe\b/,
    [
      'The home is warm and safe. It is short of room, and bedtimes are hard because of it.',
      'Rent is paid. Money is short in the last week of the month; the food bank has helped twice.',
    ],
  ],
  [
    /daily-life|ordinary day|usual day/,
    [
      'Up at seven, breakfast when there is time, school, home at half past three, much television, late to bed.',
      'Up at six, breakfast, the playground or the family hub, a sleep after lunch, bath and bed by seven.',
    ],
  ],
  [
    /strength|going well|working|protect|better\b/,
    [
      'There is much warmth at home, and everybody wants things to be different. Nan is near by and helps.',
      'The family laughs together. Everybody came to the meeting and spoke.',
      'Mornings have been calm for three weeks. The school sees it as well.',
    ],
  ],
  [
    /worr|risk|stuck|not-better|hard/,
    [
      'Late nights and missed mornings. The arguments have become fewer, but the children still hear them.',
      'One parent is low and sees few people. Money worries make it worse.',
    ],
  ],
  [
    /explain|keeps them|because|^why/,
    [
      'Things became harder after the move, when help from relatives was further away. Tiredness, lateness and arguments feed each other.',
      'When bedtimes hold, the mornings hold. It slips when shifts change, and the family knows that now.',
    ],
  ],
  [
    /history|been through|why-involved|reason-for-involvement|why now|purpose|reason/,
    [
      'The school asked for help after a term of late mornings. The family agreed, and asked for help with bedtimes.',
      'The family moved last year and lost the help of relatives. The health visitor brought us in.',
    ],
  ],
  [
    /what-next|has to change|need to happen|next|decided|steps|proposal|follows/,
    [
      'A bedtime that holds, breakfast before school, and somebody to talk to for the adults.',
      'The worker visits in two weeks; the school keeps the breakfast place open; the new bedtime is tried.',
      'The worker visits in two weeks, and the new bedtime is tried until then.',
    ],
  ],
  [
    /family-views|family say|family-says|family-said|family think|comments|parents say|co-parents/,
    [
      'They agree with what is written. They would put sleep first.',
      'They say that it helps to have one person to ring. They would like the school to hear it too.',
    ],
  ],
  [
    /professionals|agencies|see\?|view/,
    ['The school sees calmer mornings.', 'The health visitor sees a home that is settling.'],
  ],
  [
    /took part|who was there|seen for|with-whom|agreed-with|present/,
    [
      'The family, at home, and the school’s family link worker.',
      'The family, at home, and the health visitor.',
    ],
  ],
  [
    /if-not|if-worse|if things|not achieved/,
    ['We meet sooner and ask what would help. The worker rings the same week.'],
  ],
  [
    /turn to|contact|support|closing-to|services/,
    [
      'The school’s family link worker and the family hub. The family has both numbers.',
      'The health visitor and the family hub. The family has both numbers.',
    ],
  ],
  [
    /done|tried|work-and-outcomes|what was/,
    ['Visits at home, bedtime and morning routines, a course for parents, and meetings with everybody.'],
  ],
  [/place|where/, ['At home']],
  [
    /facts|see and hear|happened/,
    [
      'Everybody was in. The children showed their room, and the chart on the door was filled in.',
      'Everybody was in. It was warm and tidy, and there was laughing in the kitchen.',
    ],
  ],
  [
    /confidential|culture|language|circumstances|wider/,
    ['Talked through with the family: everybody who helps may know. English is spoken at home.'],
  ],
  [/told|shared|gets/, ['The family and everybody at the meeting, each by letter.']],
]

/** Where a question is about nothing of these. */
export const otherAnswers = [
  'Talked through with the family at home, and agreed.',
  'As the family told it, and as others who help see it too.',
] as const

/** What is added to a form when it is handed in once more. */
export const addedWords = [
  'Added after talking it through: Nan has offered to help with bedtimes on Thursdays.',
  'Put right after the family had read it: Nan comes on Sundays and Wednesdays.',
] as const

/** Why a manager gives a form back. */
export const returnWords = [
  'Please say more of what each child says and shows.',
  'Please add who sees to it, and by when.',
] as const
