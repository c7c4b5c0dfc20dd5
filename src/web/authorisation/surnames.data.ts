/** Names that are like no other, so that a page which has one has it of that family, and no search takes two for alike. */
export const surnames: readonly string[] = (
  'Albatross Bittern Cormorant Dunlin Eiderduck Fieldfare Goshawk Hawfinch Ibisbird Jackdaw Kittiwake Lapwing Merganser ' +
  'Nightjar Oystercatcher Ptarmigan Quailhen Redshank Sandpiper Turnstone Urialsheep Vulturine Whimbrel Xenopsbird ' +
  'Yellowhammer Zosterops Brambling Chiffchaff Dotterel Gyrfalcon Hoopoe Pipistrelle Skylark Treecreeper Avocet Bullfinch'
).split(' ')
