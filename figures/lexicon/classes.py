"""The classes a word can have, one bit each, so that a token's classes are one integer.

Those that are rare, or rarely asked for, come last: Python is quicker with integers of up to thirty bits.
"""

NUMERAL = 1 << 0  # can tell a number: twelve, dozens, half; digits get DIGIT too
DIGIT = 1 << 1  # begins with a digit
TELLING = 1 << 2  # the word of a category's phrase by which a sentence is sifted
PERSON = 1 << 3  # noun for people: civilians, soldier
PERSON_ONE = 1 << 4  # its singular: soldier, woman
HOUSEHOLD = 1 << 5  # families, households
BUILDING = 1 << 6  # houses, schools
VICTIM = 1 << 7  # begins a phrase that can tell of a victim known by name alone
TITLE = 1 << 8  # Mr, President, Col
DEMONYM = 1 << 9  # Ukrainian, Shia
TRIGGER = 1 << 10  # stands in some category's words
AUXILIARY = 1 << 11  # be, have, do and their forms
MODAL = 1 << 12  # may, might, could, would
NEGATION = 1 << 13  # no, not, never, nobody
HEDGE = 1 << 14  # feared, believed, reportedly
SAID = 1 << 15  # speech verbs: said, told, reported
PREPOSITION = 1 << 16
CONJUNCTION = 1 << 17  # and, or, but
RELATIVE = 1 << 18  # who, which, whose
ARTICLE = 1 << 19  # a, an, another
DETERMINER = 1 << 20  # the, all, these, their
ADVERB = 1 << 21
MONTH = 1 << 22
WEEKDAY = 1 << 23
TIME = 1 << 24  # yesterday, week, evening
PRONOUN = 1 << 25
SUBORDINATOR = 1 << 26  # when, after, while, because, if
VERB = 1 << 27  # known verb form of general English
PUNCTUATION = 1 << 28
QUALIFIER = 1 << 29  # at, least, nearly: begins or stands in a hedge on a number
ATTACKER = 1 << 30  # gunmen, bombers
ELIDED = 1 << 31  # stands for people named before: others, them, those
COLLECTIVE = 1 << 32  # family, couple, crew, group
PLACE_NOUN = 1 << 33  # city, province, village
SPEAKER = 1 << 34  # nouns that can speak: police, officials, ministry, agency
ROLE = 1 << 35  # governor, spokesman
ORDINAL = 1 << 36  # third
SUICIDE = 1 << 37  # may tell that an attacker died by his own attack: suicide, himself
UNNUMBERED = 1 << 38  # a quantity without a number: many, some, others
PHRASE = (
    TRIGGER | VICTIM | TELLING
)  # these only say that a category's phrase may begin or stand here
