const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** First names of the invented children, of many origins. */
export const childNames = words(`
  Aaliyah Adam Aisha Alfie Amelia Amir Ana Arjun Ava Ayaan Bella Benji Callum Chidi Chloe Daisy Danylo Dylan Ebony Ela
  Elijah Elsie Emeka Evie Farah Finley Freya George Grace Hana Harley Hassan Imani Iris Isaac Isla Ivo Jasmine Jayden
  Joel Kacper Kai Keira Khadija Kofi Lacey Lena Leo Lily Logan Luca Maja Mason Maya Mehmet Mia Mila Musa Nadia Niamh
  Nikhil Noah Olivia Oscar Poppy Priya Rafi Reece Rosa Rowan Ruby Safa Sami Sasha Scarlett Sienna Sofia Sonny Tariq
  Teddy Temi Theo Tia Tomasz Uma Violet Wren Xander Yusuf Zac Zara Zofia`)

/** First names of the invented adults and staff. */
export const adultNames = words(`
  Abena Adrian Agnieszka Aileen Alan Amara Anita Anton Beatriz Bernard Bridget Carla Carol Chloe Clive Colin Daniel
  Deborah Delroy Diane Dominic Elena Emma Esther Fatima Fiona Gareth Gloria Graham Gwen Hamid Harpreet Helen Ian Ikram
  Ines Jamal Janet Joanne Jonas Karen Karim Katya Keith Kerry Laila Lauren Leanne Lorraine Magda Manjit Marcus Maria
  Marlon Meera Michelle Mohsin Nadine Natalie Ngozi Nikos Nina Olu Oonagh Patrick Paula Pedro Petra Rachel Rashid Rhian
  Robert Rosalind Samina Sandra Sean Shanice Sheila Simon Stacey Stefan Suleiman Sunita Tanya Terence Tracey Uzma
  Valerie Victor Wendy Yasmin Yvonne Zainab`)

/** Family names, of many origins. */
export const familyNames = words(`
  Abara Adeyemi Ahmed Ainsley Akhtar Alder Allwood Amadi Aslan Attwell Bajwa Baptiste Barlow Bassett Begum Bielak
  Birchall Blackmore Boateng Brannigan Bramhall Chaudhry Chidgey Clarkson Coker Corrigan Costa Crowther Dacosta Dalby
  Desai Devlin Dhillon Doherty Dunmore Ekwueme Ellwood Eze Farrant Fenwick Ferreira Flanagan Garside Georgiou Ghosh
  Gilroy Goncalves Hadley Haddad Halloran Hargrave Hossain Hurst Hussein Iqbal Ivanov Jankowski Jarrett Kaur Kavanagh
  Kelsall Khalil Kovacs Kowal Lambert Langley Lawal Lindo Lowry Mahmood Malik Marsden Mbeki Mensah Mistry Molloy Moran
  Nair Ndlovu Nowak Nwosu Oduya Okafor Onwudiwe Osei Ozturk Pacheco Pankhurst Parmar Pearce Petrov Pickard Quigley
  Radcliffe Rahman Rana Redfern Ribeiro Rourke Sandhu Santos Sayed Selby Sesay Shah Silva Sobczak Stanway Szabo Tafari
  Thackray Thapa Tiernan Tomlin Uddin Varga Verma Wadham Walmsley Warsame Whittle Wilkes Yeboah Yilmaz Zaman`)

/** Streets that are on no map, for addresses of the families. */
export const streets = [
  'Larkrise Gardens',
  'Tansy Row',
  'Old Ropewalk Court',
  'Plover Mead',
  'Cobbler’s Yard',
  'Heronsbeck Avenue',
  'Quince Tree Lane',
  'Tinker’s Reach',
  'Saltern Walk',
  'Windlass Street',
  'Mulberry Steps',
  'Gantry Road',
] as const

/** Who else is around a family, and from where. */
export const agencies = [
  'school',
  'health visiting',
  'housing',
  'nursery',
  'school nursing',
  'police',
] as const
